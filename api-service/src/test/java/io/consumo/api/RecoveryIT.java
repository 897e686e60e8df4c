package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.model.Topics;
import io.consumo.stack.RestartableStore;
import io.consumo.stack.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A store is killed under the API and comes back. */
class RecoveryIT {

    private static final String CLIENTS = "/api/v1/clients";

    /** Longer than the pool takes to reach the longest pause between two tries of its own. */
    private static final Duration OUTAGE = Duration.ofSeconds(4);

    private static final int TIMES = 2;

    @TempDir
    private Path home;

    private RestartableStore postgres;
    private RestartableStore kafka;
    private ConfigurableApplicationContext api;

    @BeforeEach
    void start() {
        postgres = RestartableStore.start("postgres", home);
        kafka = RestartableStore.start("kafka", home);
        ApiStores.createTopics(kafka.address());
        String url = url();
        ApiStores.migrate(url);
        api = new SpringApplicationBuilder(ApiApplication.class)
                .run(
                        "--server.port=0",
                        "--CONSUMO_POSTGRES_URL=" + url,
                        "--CONSUMO_MONGO_URI=" + TestStores.freshMongo(),
                        "--CONSUMO_KAFKA=" + kafka.address(),
                        "--consumo.clients.fresh-for=0s",
                        "--consumo.access.hash-strength=4");
    }

    private String url() {
        return "jdbc:postgresql://" + postgres.address() + "/consumo";
    }

    @AfterEach
    void end() {
        api.close();
        kafka.close();
        postgres.close();
    }

    @Test
    void theFirstRequestAfterPostgresIsBackIsAnswered() {
        Http http = new Http(api.getEnvironment());
        assertThat(http.get(CLIENTS).status()).isEqualTo(200);

        for (int time = 0; time < TIMES; time++) {
            postgres.kill();
            await().pollInterval(Duration.ofMillis(500))
                    .during(OUTAGE)
                    .atMost(OUTAGE.multipliedBy(3))
                    .untilAsserted(() -> {
                        Http.Answer answer = http.get(CLIENTS);
                        assertThat(answer.status()).isEqualTo(503);
                        assertThat(answer.json().get("store").stringValue()).isEqualTo("postgres");
                        assertHealthNames("postgres", http);
                    });

            postgres.restart();
            assertThat(http.get(CLIENTS).status()).isEqualTo(200);
        }
    }

    @Test
    void readingsAreRefusedWhileKafkaIsAwayAndTakenWhenItIsBack() throws Exception {
        Http http = new Http(api.getEnvironment());
        assertThat(post(http).status()).isEqualTo(202);

        kafka.kill();
        Http.Answer refused = post(http);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().get("store").stringValue()).isEqualTo("kafka");
        assertThat(refused.header("Retry-After")).isNotNull();
        await().untilAsserted(() -> assertHealthNames("kafka", http));

        kafka.restart();
        await().atMost(Duration.ofMinutes(1)).until(() -> post(http).status() == 202);
        assertThat(readingsInTheTopic())
                .as("those that were accepted, at least")
                .isGreaterThanOrEqualTo(2);
    }

    /** The key was taken while PostgreSQL was there, and cannot be given free. */
    @Test
    void tellsWhatIsAwayAlsoWhenTheKeyOfTheRequestCannotBeGivenFree() throws Exception {
        Http http = new Http(api.getEnvironment());
        // The API's producer knows the topic from here on.
        assertThat(post(http).status()).isEqualTo(202);
        JdbcClient keys = JdbcClient.create(new DriverManagerDataSource(url(), "consumo_api", "consumo"));

        kafka.kill();
        CompletableFuture<Http.Answer> refused =
                CompletableFuture.supplyAsync(() -> post(http, "Idempotency-Key", "order-1"));
        await().until(() -> keys.sql("select count(*) from api.idempotent_request")
                        .query(Integer.class)
                        .single()
                == 1);
        postgres.kill();

        assertThat(refused.get(30, TimeUnit.SECONDS).status()).isEqualTo(503);
    }

    private static void assertHealthNames(String store, Http http) {
        Http.Answer health = http.send("GET", "/api/v1/health", null, null);
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().get("stores").get(store).stringValue()).isEqualTo("DOWN");
        assertThat(health.json().get("advice").get(0).stringValue()).contains("./start.sh logs " + store);
    }

    private static Http.Answer post(Http http, String... headers) {
        String reading = "{\"clientId\":\"taken\",\"start\":\"2026-11-24T10:00:00+01:00\",\"kwh\":0.412}";
        return http.send(
                "POST",
                "/api/v1/readings",
                reading,
                Http.basic("operator"),
                Stream.concat(Stream.of("Content-Type", "application/x-ndjson"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    private long readingsInTheTopic() throws Exception {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.READINGS, partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        }
    }
}
