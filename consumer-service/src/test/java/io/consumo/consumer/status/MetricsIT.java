package io.consumo.consumer.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ConsumerTest;
import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.detection.Backlog;
import io.consumo.model.documents.MetricsTable;
import io.consumo.model.http.OddRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@ConsumerTest
@TestPropertySource(properties = "management.prometheus.metrics.export.enabled=true")
class MetricsIT {

    private static final int DAYS = 40;

    @Autowired
    private Environment environment;

    @Autowired
    private Backlog backlog;

    @Test
    void tellWhatWasStoredRefusedAndFollowedAndWhatIsLeft() throws Exception {
        try (ReadingTopic topic = new ReadingTopic()) {
            LocalDate first = LocalDate.of(2026, 9, 1);
            for (int day = 0; day < DAYS; day++) {
                // Its last five days are without any consumption.
                double kwh = day < DAYS - 5 ? 0.5 : 0;
                ReadingTopic.day("metrics", first.plusDays(day), 1, hour -> kwh + kwh * (hour % 7))
                        .forEach(topic::send);
            }
            topic.send("metrics", "no reading".getBytes(UTF_8));
            topic.send("metrics", """
                    {"clientId":"metrics","start":"2026-10-20T10:00:00+02:00","kwh":-1}""".getBytes(UTF_8));
            topic.flush();
        }
        await().until(backlog::isEmpty);

        await().untilAsserted(() -> assertThat(metrics("consumo-demo-secret").body())
                .contains(
                        "consumo_ingest_readings_total " + DAYS * 24.0,
                        "consumo_ingest_dead_letters_total{field=\"value\"} 1.0",
                        "consumo_ingest_dead_letters_total{field=\"kwh\"} 1.0",
                        "consumo_lag_records 0.0",
                        "consumo_marks_open 0.0",
                        "consumo_store_up{store=\"postgres\"} 1.0",
                        "consumo_retries_total{step=\"ingest\"} 0.0")
                .containsPattern("consumo_followup_marks_total [1-9]")
                .containsPattern("consumo_followup_judging_seconds_count [1-9]")
                .containsPattern("consumo_rule_hits_total\\{rule=\"fraud.zero\"} [1-9]")
                .containsPattern("consumo_cases_total\\{change=\"opened\",type=\"FRAUD\"} [1-9]")
                .containsPattern("consumo_ingest_batch_seconds_count [1-9]")
                .containsPattern("consumo_ingest_batch_seconds_bucket\\{le=\"10.0\"} [1-9]"));
    }

    @Test
    void areThoseOfTheTable() throws Exception {
        assertThat(MetricsTable.told(metrics("consumo-demo-secret").body()))
                .isEqualTo(MetricsTable.documented("consumer"));
    }

    @Test
    void noOddRequestMakesItFailOrOpensItWithoutTheSecret() {
        List<String> paths = List.of(
                "/internal/status",
                "/internal/rules/spike/check",
                "/internal/clients/x/baseline",
                "/internal/backtests");

        assertThat(OddRequests.sendAll(port(), List.of("X-Consumo-Secret: consumo-demo-secret"), paths))
                .anyMatch(OddRequests.Answer::isAnswered)
                .noneMatch(OddRequests.Answer::isFailure);
        assertThat(OddRequests.sendAll(port(), List.of(), paths))
                .noneMatch(OddRequests.Answer::isFailure)
                .noneMatch(OddRequests.Answer::isAnswered);
    }

    @Test
    void areClosedToStrangers() throws Exception {
        assertThat(metrics("guessed").statusCode()).isEqualTo(401);
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private HttpResponse<String> metrics(String secret) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port() + "/actuator/prometheus");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("X-Consumo-Secret", secret)
                                .build(),
                        BodyHandlers.ofString());
    }
}
