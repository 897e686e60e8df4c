package io.consumo.consumer.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ReadingTopic;
import io.consumo.model.Topics;
import io.consumo.stack.RestartableStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consumer names the store that is down, soon and quickly, and tells that all is well when it is back. */
class StoresDownIT {

    @TempDir
    private static Path home;

    private static RestartableStore kafka;
    private static RestartableStore postgres;
    private static RestartableStore mongo;
    private static ConsumerProcess consumer;

    @BeforeAll
    static void start() throws Exception {
        kafka = RestartableStore.start("kafka", home);
        postgres = RestartableStore.start("postgres", home);
        mongo = RestartableStore.start("mongo", home);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(List.of(new NewTopic(Topics.READINGS, Topics.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        consumer = consumer("down.log");
        consumer.start();
        awaitUp();
    }

    private static ConsumerProcess consumer(String log) throws Exception {
        return new ConsumerProcess(
                Files.createDirectories(Path.of("target", "faults")).resolve(log),
                List.of(
                        "--spring.kafka.bootstrap-servers=" + kafka.address(),
                        "--spring.datasource.url=jdbc:postgresql://" + postgres.address() + "/consumo",
                        "--spring.mongodb.uri=mongodb://" + mongo.address() + "/consumo",
                        "--consumo.installation.zone=" + ReadingTopic.MADRID,
                        "--consumo.ingest.longest-pause=1s",
                        "--consumo.followup.longest-pause=1s"));
    }

    @AfterAll
    static void stop() {
        Stream.of(consumer, kafka, postgres, mongo).forEach(StoresDownIT::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void namesPostgres() {
        tellsOf("PostgreSQL", postgres);
    }

    @Test
    void namesMongo() {
        tellsOf("MongoDB", mongo);
    }

    @Test
    void namesKafka() {
        tellsOf("Kafka", kafka);
    }

    @Test
    void endsAtOnceWhileItStillWaitsForAStore() throws Exception {
        postgres.kill();
        try (ConsumerProcess waiting = consumer("waiting.log")) {
            waiting.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting.said("Connection error"));
            assertThat(waiting.endsWithin(Duration.ofSeconds(3))).isTrue();
        } finally {
            postgres.restart();
            awaitUp();
        }
    }

    private static void tellsOf(String name, RestartableStore store) {
        store.kill();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(consumer.get("/internal/status"))
                .contains("\"status\":\"DOWN\"", "\"detail\":\"" + name + " does not answer\""));
        assertThat(consumer.get("/health")).contains("\"status\":\"UP\"", "\"down\":[\"" + name + "\"]");
        long asked = System.nanoTime();
        assertThat(consumer.get("/internal/status")).contains(name);
        // The API gives up after 1.5 s.
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(1500));
        store.restart();
        awaitUp();
    }

    private static void awaitUp() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> consumer.get("/internal/status").contains("\"status\":\"UP\"") && consumer.isDone());
    }
}
