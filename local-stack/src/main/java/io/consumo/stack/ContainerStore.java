package io.consumo.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A throw-away store in a container of the image that Compose runs, on a port of this machine's loopback. */
final class ContainerStore implements Store {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StoreSettings settings;
    private final GenericContainer<?> container;

    private ContainerStore(String image, int port, StoreSettings settings) {
        this.settings = settings;
        this.container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(port)
                .withStartupTimeout(PATIENCE);
        container.setPortBindings(List.of(settings.address() + ":" + port));
    }

    static Store kafka(StoreSettings settings) {
        ContainerStore store = new ContainerStore("apache/kafka:4.3.1", 9092, settings);
        store.container.withEnv(kafkaEnvironment(settings.address()));
        return store;
    }

    static Store postgres(StoreSettings settings) {
        ContainerStore store = new ContainerStore("postgres:15", 5432, settings);
        store.container
                .withEnv("POSTGRES_PASSWORD", PostgresStore.THROWAWAY_PASSWORD)
                .withCommand("postgres", "-cfsync=off", "-cmax_connections=200", "-cmax_locks_per_transaction=256")
                // The first time it is ready for its own scripts only.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
        return new PreparedPostgres(store);
    }

    static Store mongo(StoreSettings settings) {
        return new ContainerStore("mongo:7", 27017, settings);
    }

    /** With the database, the roles and the schemas. */
    private record PreparedPostgres(ContainerStore server) implements Store {

        @Override
        public String start() throws IOException {
            String address = server.start();
            new PostgresDatabase(address, PostgresStore.THROWAWAY_PASSWORD).prepare(server.settings.password());
            return address;
        }

        @Override
        public void stop() {
            server.stop();
        }
    }

    @Override
    public String start() {
        container.start();
        return settings.address();
    }

    @Override
    public void stop() {
        container.stop();
    }

    private static Map<String, String> kafkaEnvironment(String address) {
        return Map.ofEntries(
                Map.entry("KAFKA_HEAP_OPTS", "-Xmx320m"),
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_LISTENERS", "CLIENT://:9092,CONTROLLER://:9093"),
                Map.entry("KAFKA_ADVERTISED_LISTENERS", "CLIENT://" + address),
                Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "CLIENT"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
    }
}
