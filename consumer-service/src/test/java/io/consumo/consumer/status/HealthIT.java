package io.consumo.consumer.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ConsumerApplication;
import io.consumo.consumer.ReadingTopic;
import io.consumo.model.ReadingJson;
import io.consumo.model.Topics;
import io.consumo.stack.RestartableStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each store is killed in turn; the consumer says which one it waits for, and goes on when it is back. */
class HealthIT {

    /** What the API waits for an answer. */
    private static final Duration IN_TIME = Duration.ofMillis(1500);

    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private static Path home;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RestartableStore kafka;
    private static RestartableStore postgres;
    private static RestartableStore mongo;
    private static ConfigurableApplicationContext consumer;

    @BeforeAll
    static void start() throws Exception {
        kafka = RestartableStore.start("kafka", home);
        postgres = RestartableStore.start("postgres", home);
        mongo = RestartableStore.start("mongo", home);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            ReadingTopic.create(admin, Topics.READINGS);
        }
        consumer = new SpringApplicationBuilder(ConsumerApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + kafka.address(),
                        "--spring.datasource.url=jdbc:postgresql://" + postgres.address() + "/consumo",
                        "--spring.mongodb.uri=mongodb://" + mongo.address() + "/consumo",
                        "--consumo.installation.zone=" + ReadingTopic.MADRID,
                        "--consumo.ingest.longest-pause=1s",
                        "--consumo.followup.longest-pause=1s");
    }

    @AfterAll
    static void end() {
        consumer.close();
        Stream.of(kafka, postgres, mongo).forEach(RestartableStore::close);
    }

    static Stream<Arguments> stores() {
        return Stream.of(
                Arguments.of("postgres", "PostgreSQL", postgres),
                Arguments.of("mongodb", "MongoDB", mongo),
                Arguments.of("kafka", "Kafka", kafka));
    }

    @ParameterizedTest(name = "{1}", autoCloseArguments = false)
    @MethodSource("stores")
    void saysWhichStoreIsDownAndGoesOnWhenItIsBack(String part, String title, RestartableStore store) throws Exception {
        sendDay("before-" + part);
        awaitAllUp();

        store.kill();
        if (!part.equals("kafka")) {
            sendDay("during-" + part);
        }
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode status = get("/internal/status");
            assertThat(status.get("status").stringValue()).isEqualTo("DOWN");
            assertThat(status.get("advice").stringValue()).isEqualTo("consumer-waits");
            assertThat(status.get("detail").stringValue()).startsWith(title + " is down: ");
            JsonNode health = get("/health");
            assertThat(health.get("status").stringValue()).isEqualTo("UP");
            assertThat(health.get("stores").get(part).stringValue()).isEqualTo("DOWN");
            assertThat(health.get("advice").toString()).contains(part + " does not answer: ./start.sh");
            assertThat(health.get("stores")
                            .propertyStream()
                            .filter(one -> one.getValue().stringValue().equals("UP")))
                    .hasSize(2);
        });

        store.restart();
        awaitAllUp();
        assertThat(get("/health").get("marks").longValue()).isZero();
    }

    private static void awaitAllUp() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(get("/internal/status").get("status").stringValue()).isEqualTo("UP");
            JsonNode health = get("/health");
            assertThat(health.get("stores").toString())
                    .isEqualTo("{\"kafka\":\"UP\",\"mongodb\":\"UP\",\"postgres\":\"UP\"}");
            assertThat(health.get("lag").toString()).isEqualTo("0");
            assertThat(health.get("marks").toString()).isEqualTo("0");
        });
    }

    private static JsonNode get(String path) {
        int port = consumer.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try {
            return JsonMapper.shared()
                    .readTree(HTTP.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                            .header("X-Consumo-Secret", "consumo-demo-secret")
                                            .timeout(IN_TIME)
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new AssertionError("No answer in time to " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sendDay(String client) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.address()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var reading : ReadingTopic.day(client, LocalDate.of(2026, 6, 1), 1, hour -> 1)) {
                producer.send(new ProducerRecord<>(
                                Topics.READINGS,
                                client.getBytes(UTF_8),
                                ReadingJson.write(reading, ReadingTopic.MADRID)))
                        .get();
            }
        }
    }
}
