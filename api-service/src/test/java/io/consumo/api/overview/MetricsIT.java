package io.consumo.api.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.api.Http;
import io.consumo.api.OnThrowawayStores;
import io.consumo.model.documents.MetricsTable;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@OnThrowawayStores
@TestPropertySource(properties = {"management.prometheus.metrics.export.enabled=true", "consumo.limit.requests=4"})
class MetricsIT {

    @Autowired
    Http http;

    @Test
    void tellWhatWasAskedTakenRefusedAndWhoListens() throws Exception {
        http.send("POST", "/api/v1/readings", """
                [{"clientId":"metrics","start":"2026-11-24T10:00:00+01:00","kwh":0.4},
                 {"clientId":"metrics","start":"2026-11-24T10:07:00+01:00","kwh":0.4}, 7]""", Http.basic("operator"), "Content-Type", "application/json");
        http.send("GET", "/api/v1/clients", null, Http.basic("viewer", "wrong"));
        http.send("GET", "/api/v1/clients", null, "Bearer guessed");
        for (int times = 0; times < 6; times++) {
            http.get("/api/v1/clients/C-" + times);
        }
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(http.address("/api/v1/anomalies/stream"))
                                .header("Authorization", Http.basic("analyst"))
                                .build(),
                        BodyHandlers.ofInputStream());

        await().untilAsserted(() -> assertThat(
                        metrics("consumo-demo-secret").response().body())
                .contains(
                        "consumo_readings_accepted_total 1.0",
                        "consumo_readings_rejected_total{field=\"start\"} 1.0",
                        "consumo_readings_rejected_total{field=\"value\"} 1.0",
                        "consumo_logins_refused_total{what=\"password\"} 1.0",
                        "consumo_logins_refused_total{what=\"token\"} 1.0",
                        "consumo_streams_open 1.0",
                        "consumo_part_up{part=\"postgres\"} 1.0",
                        "consumo_part_up{part=\"producer\"} 0.0")
                .containsPattern("consumo_requests_limited_total [1-9]")
                .containsPattern("http_server_requests_seconds_count\\{.*status=\"404\",uri=\"/api/v1/clients/\\{id}\"")
                .containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/api/v1/clients/\\{id}\",le=\"0.05\"")
                .contains("mongodb_driver_commands_seconds_count", "jdbc_connections_active"));
        stream.body().close();
        assertThat(MetricsTable.told(metrics("consumo-demo-secret").response().body()))
                .isEqualTo(MetricsTable.documented("api"));
    }

    @Test
    void areClosedToStrangersAndToUsers() {
        for (String path : List.of("/actuator/prometheus", "/%61ctuator/prometheus", "/actuator", "/actuator/")) {
            assertThat(http.send("GET", path, null, null).status()).as(path).isIn(400, 401);
            assertThat(http.send("GET", path, null, Http.basic("operator")).status())
                    .as(path)
                    .isIn(400, 401);
        }
        assertThat(metrics("guessed").status()).isEqualTo(401);
    }

    private Http.Answer metrics(String secret) {
        return http.send("GET", "/actuator/prometheus", null, null, "X-Consumo-Secret", secret);
    }
}
