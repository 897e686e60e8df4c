package io.consumo.producer;

import io.consumo.model.InvalidReading;
import io.consumo.model.Reading;
import io.consumo.model.ReadingJson;
import io.consumo.model.ReadingRules;
import io.consumo.model.Topics;
import io.consumo.stack.TestStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real broker, and a database of its own with the schema as the consumer makes it. */
public final class ProducerStores {

    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Path MIGRATIONS = Path.of("../consumer-service/src/main/resources/db/migration");

    private final String kafka = TestStores.kafka();
    private final String postgres = TestStores.freshPostgres();
    private final JdbcClient consumer =
            JdbcClient.create(new DriverManagerDataSource(postgres, "consumo_consumer", "consumo"));

    /** With an empty schema of the zone Europe/Madrid. */
    public static ProducerStores empty() {
        ProducerStores stores = new ProducerStores();
        stores.migrate();
        stores.consumer
                .sql("insert into installation (zone) values (:zone)")
                .param("zone", MADRID.getId())
                .update();
        return stores;
    }

    public String kafka() {
        return kafka;
    }

    public String postgres() {
        return postgres;
    }

    /** The settings by which the producer finds these stores. */
    public Map<String, String> settings(Path home) {
        return Map.of(
                "CONSUMO_KAFKA",
                kafka,
                "CONSUMO_POSTGRES_URL",
                postgres,
                "CONSUMO_HOME",
                home.toString(),
                "CONSUMO_PRODUCER_PORT",
                "0");
    }

    /** Stores a day as the consumer would, with a single value in it. */
    public void store(String clientId, LocalDate day) {
        consumer.sql("select ensure_partition(:day)").param("day", day).query().listOfRows();
        consumer.sql("""
                insert into daily_consumption (client_id, day, minutes, energy, rank)
                values (:client, :day, 60, array[4120], array[1])
                """).param("client", clientId).param("day", day).update();
    }

    private void migrate() {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                consumer.sql(Files.readString(file)).update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader of what is sent to the topic from now on. */
    public Topic topicFromNowOn() {
        return new Topic(kafka);
    }

    /** The topic of readings, from a certain moment on. */
    public static final class Topic implements AutoCloseable {

        private static final ReadingRules RULES =
                new ReadingRules(MADRID, ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM, InstantSource.system());

        private final KafkaConsumer<String, byte[]> consumer;
        private final Collection<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.READINGS, partition))
                .toList();

        private Topic(String kafka) {
            makeUnlessThere(kafka);
            consumer = new KafkaConsumer<>(
                    Map.of("bootstrap.servers", kafka), new StringDeserializer(), new ByteArrayDeserializer());
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach(consumer::seek);
        }

        private static void makeUnlessThere(String kafka) {
            NewTopic topic = new NewTopic(Topics.READINGS, Topics.PARTITIONS, (short) 1);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
                if (!admin.listTopics().names().get().contains(Topics.READINGS)) {
                    admin.createTopics(List.of(topic)).all().get();
                }
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What was sent since the last call, as the consumer would read it; each partition in its order. */
        public List<Reading> readings() {
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<Reading> readings = new ArrayList<>();
            while (end.entrySet().stream().anyMatch(entry -> consumer.position(entry.getKey()) < entry.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> readings.add(reading(message)));
            }
            return readings;
        }

        /** @throws InvalidReading when the consumer would not take it */
        private static Reading reading(ConsumerRecord<String, byte[]> message) {
            Reading reading = ReadingJson.read(message.value(), RULES, message.timestamp());
            if (!reading.clientId().equals(message.key())) {
                throw new AssertionError("key " + message.key() + " of " + reading);
            }
            return reading;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
