package io.consumo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that nobody listens on. */
public final class Ports {

    /**
     * Below the ports that Linux (32768 on) and macOS (49152 on) give to outgoing connections: one of those may be taken
     * before its listener has started, or while it starts again, even by whoever tries to reach it.
     */
    static final int FIRST = 20_000;

    static final int LAST = 32_000;

    /** Other processes that look for ports begin elsewhere. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST));

    private Ports() {}

    /** One of this machine's loopback, another each time. */
    public static int free() {
        for (int tries = FIRST; tries < LAST; tries++) {
            int port = NEXT.getAndUpdate(last -> last + 1 < LAST ? last + 1 : FIRST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + FIRST + " to " + (LAST - 1) + " is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
