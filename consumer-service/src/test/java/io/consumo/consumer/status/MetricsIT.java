package io.consumo.consumer.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.consumer.ConsumerTest;
import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.detection.Backlog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@ConsumerTest
@TestPropertySource(properties = "management.prometheus.metrics.export.enabled=true")
class MetricsIT {

    @Autowired
    private Environment environment;

    @Autowired
    private Backlog backlog;

    @Test
    void tellWhatWasStoredRefusedAndFollowedAndWhatIsLeft() throws Exception {
        try (ReadingTopic topic = new ReadingTopic()) {
            ReadingTopic.day("metrics", LocalDate.of(2026, 10, 20), 1, hour -> 0.5)
                    .forEach(topic::send);
            topic.send("metrics", "no reading".getBytes(UTF_8));
            topic.flush();
        }
        await().until(backlog::isEmpty);

        await().untilAsserted(() -> assertThat(metrics("consumo-demo-secret").body())
                .contains(
                        "consumo_ingest_readings_total 24.0",
                        "consumo_ingest_dead_letters_total 1.0",
                        "consumo_lag_records 0.0",
                        "consumo_marks_open 0.0",
                        "consumo_retries_total{step=\"ingest\"} 0.0")
                .containsPattern("consumo_followup_marks_total [1-9]"));
    }

    @Test
    void areClosedToStrangers() throws Exception {
        assertThat(metrics("guessed").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> metrics(String secret) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/actuator/prometheus");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("X-Consumo-Secret", secret)
                                .build(),
                        BodyHandlers.ofString());
    }
}
