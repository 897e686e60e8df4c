package io.consumo.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.model.Reading;
import io.consumo.model.api.InjectedTruth;
import io.consumo.model.api.PipelinePart;
import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import io.consumo.model.documents.MetricsTable;
import io.consumo.model.http.OddRequests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

class ProducerApplicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Off in tests, by default. */
    private static final String EXPORT = "management.prometheus.metrics.export.enabled";

    private final ProducerStores stores = ProducerStores.empty();

    @TempDir
    private Path home;

    private Optional<ConfigurableApplicationContext> service = Optional.empty();

    private RestClient start(Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(stores.settings(home));
        settings.putAll(more);
        SpringApplication application = new SpringApplication(ProducerApplication.class);
        application.setDefaultProperties(settings);
        ConfigurableApplicationContext context = application.run();
        service = Optional.of(context);
        return RestClient.builder()
                .baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
                .defaultHeader("X-Consumo-Secret", "consumo-demo-secret")
                .build();
    }

    private static String demo(RestClient client) {
        return String.valueOf(
                client.get().uri("/health").retrieve().body(Map.class).get("demo"));
    }

    @AfterEach
    void stop() {
        service.ifPresent(ConfigurableApplicationContext::close);
        service = Optional.empty();
    }

    @Test
    void fillsEmptyStoresOnceAndGoesOnWithToday() {
        Map<String, String> small = Map.of("CONSUMO_DEMO_CLIENTS", "20", "CONSUMO_DEMO_DAYS", "25");
        LocalDate today = LocalDate.now(ProducerStores.MADRID);
        try (ProducerStores.Topic topic = stores.topicFromNowOn()) {
            RestClient client = start(small);
            await().atMost(PATIENCE).until(() -> demo(client).equals("sent"));
            List<LocalDate> days = topic.readings().stream()
                    .map(ProducerApplicationIT::day)
                    .distinct()
                    .filter(day -> day.isBefore(today))
                    .sorted()
                    .toList();
            assertThat(days)
                    .isEqualTo(today.minusDays(26)
                            .withDayOfMonth(1)
                            .datesUntil(today.minusDays(1))
                            .toList());
            stop();
            stores.store("C-000001", today.minusDays(2));
            topic.readings();

            RestClient again = start(small);
            await().atMost(PATIENCE).until(() -> demo(again).equals("sent"));
            stop();
            assertThat(topic.readings()).allMatch(reading -> !day(reading).isBefore(today));
        }
    }

    @Test
    void addsNothingToStoresThatWereFilledOtherwise() {
        stores.store(
                "ES0021000000000001AB", LocalDate.now(ProducerStores.MADRID).minusDays(1));
        try (ProducerStores.Topic topic = stores.topicFromNowOn()) {
            RestClient client = start(Map.of());
            SimulationRun run = simulate(client, new SimulationRequest("once", 2, null, null));
            assertThat(run.status()).isEqualTo("DONE");
            assertThat(demo(client)).isEqualTo("none");
            assertThat(topic.readings()).hasSize(48);
        }
    }

    @Test
    void simulatesOnDemandAndTellsHowFarItIsAndWhatItInjected() {
        RestClient client = start(Map.of("CONSUMO_DEMO", "off"));
        SimulationRun run = simulate(client, new SimulationRequest("backfill", 40, 3, 0.05));
        assertThat(run.error()).isNull();
        assertThat(run.done()).isEqualTo(run.expected()).isGreaterThan(40 * 3 * 22);
        InjectedTruth[] truth = client.get().uri("/internal/truth").retrieve().body(InjectedTruth[].class);
        assertThat(truth).hasSize(2);
        assertThat(client.get().uri("/internal/status").retrieve().body(PipelinePart.class))
                .satisfies(part -> {
                    assertThat(part.name()).isEqualTo("producer");
                    assertThat(part.status()).isEqualTo("UP");
                    assertThat(part.rate()).isPositive();
                });
    }

    @Test
    void tellsItsMetricsToWhoKnowsTheSecret() throws Exception {
        RestClient client = start(Map.of("CONSUMO_DEMO_CLIENTS", "5", "CONSUMO_DEMO_DAYS", "2", EXPORT, "true"));
        await().atMost(PATIENCE).until(() -> demo(client).equals("sent"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(metrics(client))
                .containsPattern("consumo_feed_readings_total [1-9]")
                .contains("consumo_feed_failures_total 0.0", "consumo_feed_waiting 0.0")
                .containsPattern("consumo_feed_fed_until_timestamp_seconds [0-9]"));
        assertThat(MetricsTable.told(metrics(client))).isEqualTo(MetricsTable.documented("producer"));
        assertThat(status(client, "wrong", "/actuator/prometheus")).isEqualTo(401);
    }

    private static String metrics(RestClient client) {
        return String.valueOf(
                client.get().uri("/actuator/prometheus").retrieve().body(String.class));
    }

    @Test
    void noOddRequestMakesItFailOrOpensItWithoutTheSecret() {
        start(Map.of("CONSUMO_DEMO", "off"));
        int port = service.orElseThrow().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        List<String> paths = List.of("/internal/simulations", "/internal/simulations/x", "/internal/truth");

        assertThat(OddRequests.sendAll(port, List.of("X-Consumo-Secret: consumo-demo-secret"), paths))
                .anyMatch(OddRequests.Answer::isAnswered)
                .noneMatch(OddRequests.Answer::isFailure);
        assertThat(OddRequests.sendAll(port, List.of(), paths))
                .noneMatch(OddRequests.Answer::isFailure)
                .noneMatch(OddRequests.Answer::isAnswered);
    }

    @Test
    void healthTellsWhatKeepsItFromSendingAndWhatToDo() {
        RestClient client = start(Map.of("CONSUMO_KAFKA", "127.0.0.1:1"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        client.get().uri("/health").retrieve().body(String.class))
                .startsWith("{\"status\":\"UP\"")
                .contains("The meters keep their readings", "./start.sh status"));
    }

    @Test
    void refusesWhatItCannotDoAndWhoeverDoesNotKnowTheSecret() {
        RestClient client = start(Map.of("CONSUMO_DEMO", "off"));
        assertThat(status(client, "consumo-demo-secret", "/internal/simulations/unknown"))
                .isEqualTo(404);
        assertThat(status(client, "wrong", "/internal/truth")).isEqualTo(401);
        assertThat(status(client, "wrong", "/health/../internal/truth")).isEqualTo(401);
        assertThat(status(client, "wrong", "/health")).isEqualTo(200);
        String refusal = client.post()
                .uri("/internal/simulations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new SimulationRequest("backfill", 1, 0, null))
                .exchange((request, response) -> response.getStatusCode()
                        + new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(refusal).startsWith("400").contains("days must be from 1 to 3660, was 0");
    }

    private static int status(RestClient client, String secret, String path) {
        HttpStatusCode status = client.get()
                .uri(path)
                .headers(headers -> headers.set("X-Consumo-Secret", secret))
                .exchange((request, response) -> response.getStatusCode());
        return Optional.ofNullable(status).orElseThrow().value();
    }

    private static SimulationRun simulate(RestClient client, SimulationRequest request) {
        SimulationRun started = client.post()
                .uri("/internal/simulations")
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(SimulationRun.class);
        return await().atMost(PATIENCE)
                .until(
                        () -> client.get()
                                .uri("/internal/simulations/{id}", started.id())
                                .retrieve()
                                .body(SimulationRun.class),
                        run -> Arrays.asList("DONE", "FAILED").contains(run.status()));
    }

    private static LocalDate day(Reading reading) {
        return LocalDate.ofInstant(reading.start(), ProducerStores.MADRID);
    }
}
