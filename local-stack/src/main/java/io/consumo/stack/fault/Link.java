package io.consumo.stack.fault;

import io.consumo.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.netcrusher.core.reactor.NioReactor;
import org.netcrusher.tcp.TcpCrusher;
import org.netcrusher.tcp.TcpCrusherBuilder;

/** The network between a service and a store: it can be cut, hang, and be slow. */
public final class Link implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** For each packet. */
    private static final Duration DELAY = Duration.ofMillis(30);

    private static final Duration LONGEST_CUT = Duration.ofSeconds(4);

    private final String name;
    private final NioReactor reactor;
    private final TcpCrusher crusher;
    private volatile boolean slow;

    /** @param port of the store, on this machine */
    public Link(String name, int port, int ownPort) {
        this.name = name;
        try {
            reactor = new NioReactor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        crusher = TcpCrusherBuilder.builder()
                .withReactor(reactor)
                .withBindAddress(LOOPBACK, ownPort)
                .withConnectAddress(LOOPBACK, port)
                .withIncomingThrottlerFactory(client -> bytes -> delayNanos())
                .withOutgoingThrottlerFactory(client -> bytes -> delayNanos())
                .buildAndOpen();
    }

    /** To a store at host and port. */
    public static Link to(String name, String address) {
        return new Link(name, Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)), Ports.free());
    }

    /** Host and port, at which the store is reached through this link. */
    public String address() {
        return LOOPBACK + ":" + crusher.getBindAddress().getPort();
    }

    /** Cut for some seconds, hanging for as long as is told, slow for some seconds. */
    public List<Fault> faults(Duration longestHanging) {
        return List.of(
                new Fault("the network to " + name + " is cut", this::cut, this::mend, LONGEST_CUT),
                new Fault("the network to " + name + " hangs", this::freeze, this::thaw, longestHanging),
                new Fault("the network to " + name + " is slow", () -> slow = true, () -> slow = false, LONGEST_CUT));
    }

    private long delayNanos() {
        return slow ? DELAY.toNanos() : 0;
    }

    /** Connections break, and new ones are refused. */
    private synchronized void cut() {
        if (crusher.isOpen()) {
            crusher.close();
        }
    }

    private synchronized void mend() {
        if (!crusher.isOpen()) {
            crusher.open();
        }
    }

    /** Connections stay, new ones too are accepted, and nothing flows. */
    public synchronized void freeze() {
        if (crusher.isOpen() && !crusher.isFrozen()) {
            crusher.freeze();
        }
    }

    public synchronized void thaw() {
        if (crusher.isOpen() && crusher.isFrozen()) {
            crusher.unfreeze();
        }
    }

    @Override
    public synchronized void close() {
        cut();
        reactor.close();
    }
}
