package io.consumo.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.dashboard.Browser.Look;
import io.consumo.model.documents.MetricsTable;
import io.consumo.model.http.OddRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsIT extends PageScenario {

    @Test
    void tellWhoLooksAndWhatTheApiAnswers() throws Exception {
        logIn(open(Look.DESK, "/"), "operator", "wrong");
        logInAt(Look.DESK, "/anomalies");

        await().untilAsserted(() -> assertThat(
                        metrics("/actuator/prometheus", "consumo-demo-secret").body())
                .containsPattern("consumo_sessions_open ([2-9]|\\d\\d)")
                .containsPattern("consumo_pages_open ([2-9]|\\d\\d)")
                .containsPattern("consumo_api_failures_total\\{kind=\"unauthorised\"} [1-9]")
                .containsPattern("http_client_requests_seconds_count\\{.*uri=\"/api/v1/session\"")
                .contains("http_server_requests_seconds_count"));
        assertThat(MetricsTable.told(
                        metrics("/actuator/prometheus", "consumo-demo-secret").body()))
                .isEqualTo(MetricsTable.documented("dashboard"));
    }

    @Test
    void noOddRequestMakesItFailOrOpensItWithoutALogin() {
        int port = URI.create(url("/")).getPort();

        assertThat(OddRequests.sendAll(port, List.of(), List.of("/VAADIN/x", "/login", "/health")))
                .as("open to all")
                .anyMatch(OddRequests.Answer::isAnswered)
                .noneMatch(OddRequests.Answer::isFailure);
        assertThat(OddRequests.sendAll(port, List.of(), List.of("/", "/anomalies/x", "/actuator/prometheus")))
                .noneMatch(OddRequests.Answer::isFailure)
                .noneMatch(OddRequests.Answer::isAnswered);
    }

    @Test
    void healthTellsWhetherTheApiAnswersAndWhatToDo() throws Exception {
        assertThat(metrics("/health", "").body()).isEqualTo("{\"status\":\"UP\",\"api\":\"UP\",\"advice\":[]}");

        API.failing(true);

        assertThat(metrics("/health", "").body())
                .startsWith("{\"status\":\"UP\",\"api\":\"DOWN\",\"advice\":[\"api does not answer: ./start.sh starts");
    }

    @Test
    void areClosedToStrangers() throws Exception {
        for (String path : List.of("/actuator/prometheus", "/%61ctuator/prometheus", "/actuator", "/actuator/health")) {
            assertThat(metrics(path, "guessed").statusCode()).as(path).isIn(400, 401);
        }
    }

    private HttpResponse<String> metrics(String path, String secret) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url(path)))
                                .header("X-Consumo-Secret", secret)
                                .build(),
                        BodyHandlers.ofString());
    }
}
