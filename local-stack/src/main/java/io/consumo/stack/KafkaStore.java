package io.consumo.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A real broker: KRaft, one node that is its own controller. */
final class KafkaStore implements Store {

    /** The same for all, so that formatting again what is formatted changes nothing. */
    private static final String CLUSTER_ID = "Y29uc3Vtby1sb2NhbC0xMg";

    /** In tests: a port for a proxy, and the proxy's own, to which those who come that way are sent. */
    static final String PROXY = "CONSUMO_KAFKA_PROXY";

    private final StoreSettings settings;
    private @Nullable KafkaRaftServer server;

    KafkaStore(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public String start() throws IOException {
        Files.createDirectories(settings.data());
        Properties properties = properties(Ports.free());
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
                new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()}, out);
        if (exitCode != 0) {
            throw new IOException("Kafka's storage in " + settings.data() + " could not be formatted");
        }
    }

    private Properties properties(int controllerPort) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Resources.text("/kafka/server.properties")));
        properties.setProperty("log.dirs", settings.data().resolve("logs").toString());
        properties.setProperty(
                "listeners", "CLIENT://" + settings.address() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "CLIENT://" + settings.address());
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        listenForProxy(properties, System.getenv(PROXY));
        return properties;
    }

    private static void listenForProxy(Properties properties, @Nullable String ports) {
        if (ports != null) {
            String[] ownAndProxys = ports.split(":", 2);
            properties.merge("listeners", ",FAR://127.0.0.1:" + ownAndProxys[0], KafkaStore::joined);
            properties.merge("advertised.listeners", ",FAR://127.0.0.1:" + ownAndProxys[1], KafkaStore::joined);
            properties.merge("listener.security.protocol.map", ",FAR:PLAINTEXT", KafkaStore::joined);
        }
    }

    private static Object joined(Object list, Object more) {
        return "" + list + more;
    }
}
