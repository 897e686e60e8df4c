package io.consumo.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a store listens and keeps its data.
 *
 * @param password of the PostgreSQL roles
 * @param throwaway whether it may trade durability for speed
 * @param attached whether it ends with the process that started it
 */
record StoreSettings(Path data, String host, int port, String password, boolean throwaway, boolean attached) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String DEMO_PASSWORD = "consumo";
    private static final Map<String, String> PORTS = Map.of("kafka", "9092", "postgres", "5432", "mongo", "27017");

    static StoreSettings installed(String store, Map<String, String> environment) {
        String port = environment.getOrDefault(
                "CONSUMO_" + store.toUpperCase(Locale.ROOT) + "_PORT", PORTS.getOrDefault(store, "0"));
        return new StoreSettings(
                Path.of(environment.getOrDefault("CONSUMO_HOME", ".consumo"))
                        .toAbsolutePath()
                        .normalize()
                        .resolve(store),
                LOOPBACK,
                Integer.parseInt(port),
                environment.getOrDefault("CONSUMO_POSTGRES_PASSWORD", DEMO_PASSWORD),
                false,
                false);
    }

    static StoreSettings throwaway(String store) throws IOException {
        return new StoreSettings(
                Files.createTempDirectory("consumo-" + store + "-"), LOOPBACK, Ports.free(), DEMO_PASSWORD, true, true);
    }

    StoreSettings attachedToStarter() {
        return new StoreSettings(data, host, port, password, throwaway, true);
    }

    String address() {
        return host + ":" + port;
    }
}
