package io.consumo.archiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.archiver.archive.domain.DueDay;
import io.consumo.archiver.archive.domain.DueDay.Delay;
import io.consumo.archiver.archive.domain.DueDay.Reason;
import io.consumo.archiver.archive.domain.DueDays;
import io.consumo.model.api.PipelinePart;
import io.consumo.model.documents.MetricsTable;
import io.consumo.model.http.OddRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ArchiverIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    /** Half past midnight in Madrid, still the day before in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    private static final ConsumerSchema CONSUMER = ConsumerSchema.create("Europe/Madrid");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedClock {
        @Bean
        @Primary
        InstantSource fixedClock() {
            return InstantSource.fixed(NOW);
        }
    }

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", CONSUMER::url);
        registry.add("consumo.internal.secret", () -> "the secret");
        registry.add("consumo.schedule.check-every", () -> "1d");
        registry.add("management.prometheus.metrics.export.enabled", () -> "true");
    }

    @BeforeEach
    void empty() {
        CONSUMER.empty();
        jdbc.sql("truncate archive.operation, archive.restore").update();
    }

    @Test
    void listsWhatLiesBeyondTheWindowWithItsFigures() throws Exception {
        Instant longAgo = NOW.minus(Duration.ofDays(3));
        CONSUMER.insert("C-1", TODAY.minusDays(31), 60, longAgo);
        CONSUMER.insert("C-1", TODAY.minusDays(31), 15, longAgo.plusSeconds(5));
        CONSUMER.insert("C-2", TODAY.minusDays(31), 60, longAgo);
        CONSUMER.insert("C-1", TODAY.minusDays(30), 60, longAgo);

        DueDays due = json.readValue(get("/internal/archive/due").body(), DueDays.class);

        assertThat(due.before()).isEqualTo(TODAY.minusDays(30));
        DueDay day = due.days().getFirst();
        assertThat(due.days()).hasSize(1);
        assertThat(day.day()).isEqualTo(TODAY.minusDays(31));
        assertThat(day.rows()).isEqualTo(3);
        assertThat(day.clients()).isEqualTo(2);
        assertThat(day.newestWrite()).isEqualTo(longAgo.plusSeconds(5));
        assertThat(day.bytes()).isEqualTo(CONSUMER.bytesOf(TODAY.minusDays(31))).isGreaterThan(8_192);
        assertThat(day.delay()).isNull();
    }

    @Test
    void hasDaysWrittenToWithinTheLastDayWait() throws Exception {
        Instant written = NOW.minus(Duration.ofHours(23)).truncatedTo(ChronoUnit.MICROS);
        CONSUMER.insert("C-1", TODAY.minusDays(40), 60, written);

        DueDays due = json.readValue(get("/internal/archive/due").body(), DueDays.class);

        assertThat(due.ready()).isEmpty();
        assertThat(due.waiting())
                .extracting(DueDay::delay)
                .containsExactly(new Delay(Reason.WRITTEN_RECENTLY, written.plus(Duration.ofHours(24))));
    }

    @Test
    void listsOnlyWhatIsOlderThanAsked() throws Exception {
        CONSUMER.insert("C-1", TODAY.minusDays(60), 60, NOW.minus(Duration.ofDays(3)));
        CONSUMER.insert("C-1", TODAY.minusDays(61), 60, NOW.minus(Duration.ofDays(3)));

        DueDays due = json.readValue(get("/internal/archive/due?olderThan=60").body(), DueDays.class);

        assertThat(due.days()).extracting(DueDay::day).containsExactly(TODAY.minusDays(61));
    }

    @Test
    void refusesToReachIntoTheWindow() throws Exception {
        HttpResponse<String> answer = get("/internal/archive/due?olderThan=29");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(json.readTree(answer.body()).path("detail").asString())
                .isEqualTo("olderThan must be from 30 (the active window, CONSUMO_WINDOW_DAYS) to 7305 days, was 29");
        assertThat(get("/internal/archive/due?olderThan=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void auditsADryRunAndChangesNothingElse() throws Exception {
        CONSUMER.insert("C-1", TODAY.minusDays(31), 60, NOW.minus(Duration.ofDays(3)));
        CONSUMER.insert("C-1", TODAY.minusDays(32), 60, NOW.minus(Duration.ofHours(1)));

        get("/internal/archive/due?olderThan=30");

        Map<String, Object> operation = jdbc.sql("select *, parameters::text as told from archive.operation")
                .query()
                .singleRow();
        assertThat(operation)
                .containsEntry("who", "cli:ana")
                .containsEntry("kind", "DRY_RUN")
                .containsEntry("told", "{\"olderThan\": \"30\"}")
                .containsEntry("rows", 1L)
                .containsEntry("bytes", CONSUMER.bytesOf(TODAY.minusDays(31)))
                .containsEntry("result", "DONE")
                .containsEntry("error", null);
        assertThat(operation.get("finished_at")).isNotNull();
        assertThat(CONSUMER.rows()).isEqualTo(2);
    }

    @Test
    void listsRestoresNewestFirst() throws Exception {
        assertThat(get("/internal/restores").body()).isEqualTo("[]");
        jdbc.sql("""
                insert into archive.restore (from_day, to_day, client_id, rows, expires_at, created_by, created_at)
                values ('2026-09-01', '2026-09-30', null, 1500, '2026-12-01T10:00:00Z', 'ana', '2026-11-24T10:00:00Z'),
                       ('2026-09-02', '2026-09-02', 'C-1', 1, '2026-12-01T10:00:00Z', 'ana', '2026-11-24T10:01:00Z')
                """).update();

        String restores = get("/internal/restores").body();

        assertThat(json.readTree(restores).findValuesAsString("fromDay"))
                .isEqualTo(List.of("2026-09-02", "2026-09-01"));
        assertThat(json.readTree(restores).path(1).path("clientId").isNull()).isTrue();
        assertThat(json.readTree(restores).path(0).path("id").isString()).isTrue();
    }

    @Test
    void tellsItsStatus() throws Exception {
        CONSUMER.insert("C-1", TODAY.minusDays(31), 60, NOW);
        CONSUMER.insert("C-1", TODAY.minusDays(30), 60, NOW);

        jdbc.sql("analyze").update();

        PipelinePart part = json.readValue(get("/internal/status").body(), PipelinePart.class);

        assertThat(part.name()).isEqualTo("archiver");
        assertThat(part.status()).isEqualTo("UP");
        assertThat(part.detail()).isEqualTo("days beyond the window of 30: 1");
    }

    @Test
    void tellsItsMetrics() throws Exception {
        CONSUMER.insert("C-1", TODAY.minusDays(31), 60, NOW.minus(Duration.ofDays(3)));
        CONSUMER.insert("C-1", TODAY.minusDays(30), 60, NOW);
        CONSUMER.insert("C-1", TODAY, 60, NOW);
        jdbc.sql("""
                insert into archive.operation (who, kind, parameters, started_at, finished_at, rows, bytes, result, error)
                values ('schedule', 'ARCHIVE', '{}', '2026-11-22T10:00:00Z', '2026-11-22T10:01:00Z', 1, 1, 'DONE', null),
                       ('schedule', 'ARCHIVE', '{}', '2026-11-23T10:00:00Z', '2026-11-23T10:01:00Z', 0, 0, 'FAILED', 'full'),
                       ('schedule', 'ARCHIVE', '{}', '2026-11-23T11:00:00Z', null, null, null, null, null)
                """).update();
        get("/internal/archive/due");

        await().untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                .contains(
                        "consumo_window_days 2.0",
                        "consumo_archive_due_days 1.0",
                        "consumo_archive_days 0.0",
                        "consumo_archive_last_run_failed 1.0")
                .containsPattern("consumo_archive_last_run_timestamp_seconds 1\\.79\\d+E9")
                .containsPattern("consumo_archive_operation_seconds_count\\{kind=\"dry_run\",result=\"done\"} [1-9]")
                .containsPattern("consumo_window_bytes [1-9]"));
        assertThat(MetricsTable.told(get("/actuator/prometheus").body()))
                .isEqualTo(MetricsTable.documented("archiver"));
    }

    @Test
    void noOddRequestMakesItFailOrOpensItWithoutTheSecret() {
        List<String> paths = List.of(
                "/internal/restores",
                "/internal/archive/due",
                "/internal/archive/days/x",
                "/internal/history",
                "/actuator/prometheus");

        assertThat(OddRequests.sendAll(port, List.of("X-Consumo-Secret: the secret"), paths))
                .anyMatch(OddRequests.Answer::isAnswered)
                .noneMatch(OddRequests.Answer::isFailure);
        assertThat(OddRequests.sendAll(port, List.of(), paths))
                .noneMatch(OddRequests.Answer::isFailure)
                .noneMatch(OddRequests.Answer::isAnswered);
    }

    @Test
    void answersTheHealthCheckToAll() throws Exception {
        HttpResponse<String> answer = http.send(request("/health").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"UP\",\"stores\":{\"archive\":\"UP\",\"postgres\":\"UP\"},\"advice\":[]}");
    }

    @Test
    void answersTheRestOnlyToWhoKnowsTheSecret() throws Exception {
        for (String path : List.of(
                "/internal/status",
                "/internal/archive/due",
                "/internal/restores",
                "/actuator/prometheus",
                "/%69nternal/restores",
                "//internal/restores",
                "/health/../internal/restores",
                "/error")) {
            assertThat(status(request(path))).as(path).isIn(400, 401);
            assertThat(status(request(path).header("X-Consumo-Secret", "a guess")))
                    .as(path)
                    .isIn(400, 401);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("X-Consumo-Secret", "the secret")
                        .header("X-Consumo-User", "cli:ana")
                        .build(),
                BodyHandlers.ofString());
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
