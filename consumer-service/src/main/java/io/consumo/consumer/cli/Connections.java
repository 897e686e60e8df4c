package io.consumo.consumer.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Reaches the stores by the variables that the service has too. A command has to start quickly, so without Spring. */
final class Connections {

    private Connections() {}

    static Connection postgres() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", variable("CONSUMO_POSTGRES_USER", "consumo_consumer"));
        login.setProperty("password", variable("CONSUMO_POSTGRES_PASSWORD", "consumo"));
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(
                variable("CONSUMO_POSTGRES_URL", "jdbc:postgresql://localhost:5432/consumo"), login);
    }

    static KafkaConsumer<byte[], byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka(),
                        "group.id",
                        group,
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "default.api.timeout.ms",
                        10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka(),
                        "acks",
                        "all",
                        "max.block.ms",
                        10_000,
                        // The broker decides what is too large.
                        "max.request.size",
                        2 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static String kafka() {
        return variable("CONSUMO_KAFKA", "localhost:9092");
    }

    private static String variable(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
