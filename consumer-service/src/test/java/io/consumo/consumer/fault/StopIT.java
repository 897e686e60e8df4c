package io.consumo.consumer.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ReadingTopic;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.Topics;
import io.consumo.stack.RestartableStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends a consumer in a process of its own by SIGTERM. */
class StopIT {

    /** What Docker grants before it kills. */
    private static final Duration GRANTED = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"Starting service, Waiting for PostgreSQL", "Waiting for PostgreSQL, Started"})
    void endsAtOnceWhileItStarts(String stage, String nextStage) throws Exception {
        Path log = folder.resolve("consumer.log");
        // Nobody answers there.
        try (ConsumerProcess consumer =
                new ConsumerProcess(log, List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/consumo"))) {
            consumer.restart();
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> Files.exists(log) && Files.readString(log).contains(stage));
            assertThat(consumer.end(Duration.ofSeconds(3))).isTrue();
            assertThat(log).content().doesNotContain(nextStage);
        }
    }

    /** With the settings of an installation, whose patience with a store is much longer than Docker's with a service. */
    @Test
    void endsInTimeWhileAStoreHangs() throws Exception {
        Map<String, RestartableStore> stores = new LinkedHashMap<>();
        for (String name : List.of("kafka", "postgres", "mongo")) {
            stores.put(name, RestartableStore.start(name, folder));
        }
        RestartableStore kafka = stores.get("kafka");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            ReadingTopic.create(admin, Topics.READINGS, Topics.ARCHIVED_DAYS);
        }
        try (Sender sender = new Sender(kafka.address(), kafka.address());
                ConsumerProcess consumer = new ConsumerProcess(
                        Files.createDirectories(Path.of("target", "faults")).resolve("stopped.log"),
                        List.of(
                                "--spring.kafka.bootstrap-servers=" + kafka.address(),
                                "--spring.datasource.url=jdbc:postgresql://"
                                        + stores.get("postgres").address() + "/consumo",
                                "--spring.mongodb.uri=mongodb://"
                                        + stores.get("mongo").address() + "/consumo"))) {
            for (String hanging : List.of("postgres", "mongo", "kafka")) {
                consumer.restart();
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(consumer.left()).isEmpty());
                stores.get(hanging).freeze();
                if (!hanging.equals("kafka")) {
                    sender.send(reading(hanging));
                }
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> consumer.get("/health").contains("\"DOWN\""));
                Instant told = Instant.now();
                assertThat(consumer.end(GRANTED)).as(hanging).isTrue();
                System.out.println("Ended while " + hanging + " hung, after " + Duration.between(told, Instant.now()));
                stores.get(hanging).thaw();
            }
        } finally {
            stores.values().forEach(RestartableStore::close);
        }
    }

    private static Reading reading(String client) {
        return new Reading(
                client,
                Instant.parse("2026-03-01T00:00:00Z"),
                IntervalLength.HOUR,
                new Energy(1000),
                Quality.MEASURED,
                0);
    }
}
