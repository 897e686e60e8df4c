package io.consumo.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.consumo.model.ReadingRules;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The stores and services that are measured, found by the variables that the services find them by. */
record Installed(Map<String, String> variables) {

    static final String GROUP = "consumo-consumer";

    static Installed ofEnvironment() {
        return new Installed(System.getenv());
    }

    String get(String variable) {
        return Objects.requireNonNull(variables.get(variable), () -> variable + " is not set");
    }

    ZoneId zone() {
        return ZoneId.of(variables.getOrDefault("CONSUMO_ZONE", "Europe/Madrid"));
    }

    ReadingRules rules() {
        return new ReadingRules(zone(), ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, InstantSource.system());
    }

    /** The installation's folder, as the scripts name it. */
    String home() throws IOException {
        return Path.of(get("CONSUMO_HOME")).toRealPath().toString();
    }

    String kafka() {
        return get("CONSUMO_KAFKA");
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka()));
    }

    KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka(), "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    Connection postgres() throws SQLException {
        return DriverManager.getConnection(
                get("CONSUMO_POSTGRES_URL"),
                "consumo_consumer",
                variables.getOrDefault("CONSUMO_POSTGRES_PASSWORD", "consumo"));
    }

    MongoClient mongo() {
        return MongoClients.create(get("CONSUMO_MONGO_URI"));
    }
}
