package io.consumo.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a store listens and keeps its data.
 *
 * @param throwaway whether it may trade durability for speed, and ends with the process that started it
 */
record StoreSettings(Path data, String host, int port, boolean throwaway) {

    static StoreSettings installed(String store, Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("CONSUMO_HOME", ".consumo"));
        return new StoreSettings(
                home.toAbsolutePath().normalize().resolve(store),
                environment.getOrDefault("CONSUMO_BIND", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("CONSUMO_" + store.toUpperCase(Locale.ROOT) + "_PORT", "0")),
                false);
    }

    static StoreSettings throwaway(String store) throws IOException {
        return new StoreSettings(Files.createTempDirectory("consumo-" + store + "-"), "127.0.0.1", freePort(), true);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return host + ":" + port;
    }
}
