package io.consumo.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A real broker: KRaft, one node that is its own controller. */
final class KafkaStore implements Store {

    private final StoreSettings settings;
    private @Nullable KafkaRaftServer server;

    KafkaStore(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public String start() throws IOException {
        Files.createDirectories(settings.data());
        Properties properties = properties(StoreSettings.freePort());
        format(properties);
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        return settings.address();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private void format(Properties properties) throws IOException {
        Path file = settings.data().resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exitCode = StorageTool.execute(
                new String[] {
                    "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
                },
                out);
        if (exitCode != 0) {
            throw new IOException("Kafka's storage in " + settings.data() + " could not be formatted");
        }
    }

    private Properties properties(int controllerPort) throws IOException {
        Properties properties = new Properties();
        try (var defaults = KafkaStore.class.getResourceAsStream("/kafka/server.properties")) {
            properties.load(defaults);
        }
        properties.setProperty("log.dirs", settings.data().resolve("logs").toString());
        properties.setProperty(
                "listeners", "CLIENT://" + settings.address() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "CLIENT://" + settings.address());
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        return properties;
    }
}
