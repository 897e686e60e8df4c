package io.consumo.api.archive.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.consumo.api.archive.ArchiverAway;
import io.consumo.api.archive.ArchiverProperties;
import io.consumo.api.archive.ArchiverRefused;
import io.consumo.api.archive.OperationFilter;
import io.consumo.api.overview.PipelineProperties;
import io.consumo.api.overview.ServiceHttp;
import io.consumo.api.request.DayRange;
import io.consumo.api.request.Paging;
import io.consumo.model.api.ArchiveRunRequest;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.store.FoundDay;
import io.consumo.service.access.InternalSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

class HttpArchiverTest {

    private static final String RUN = """
            {"id":"7","kind":"ARCHIVE","who":"ana","state":"RUNNING","startedAt":"2026-11-24T10:00:00Z",
             "finishedAt":null,"done":1,"total":30,"day":"2026-10-01","step":"EXPORT","rows":24,"bytes":8,
             "problems":[],"error":null}
            """;

    private HttpServer server;
    private String asked = "";
    private String body = "";
    private int status = 200;
    private String answer = "[]";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-Consumo-Secret") + " "
                + exchange.getRequestHeaders().getFirst("X-Consumo-User");
        body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpArchiver archiver() {
        return new HttpArchiver(
                new ServiceHttp(
                        RestClient::builder,
                        new PipelineProperties(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                Map.of(
                                        "archiver",
                                        URI.create("http://localhost:"
                                                + server.getAddress().getPort()))),
                        new InternalSecret("secret"),
                        JsonMapper.builder().build()),
                new ArchiverProperties(Duration.ofSeconds(5)));
    }

    @Test
    void findsAClientsOlderDays() {
        answer = """
                [{"source":"archive","day":{"clientId":"C/1 ñ","day":"2026-10-01","lengths":[
                  {"minutes":60,"energy":[1,null],"rank":[2,null]}]}}]
                """;

        List<FoundDay> days = archiver()
                .ofClient("C/1 ñ", new DayRange(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-02")));

        assertThat(days.getFirst().source()).isEqualTo("archive");
        assertThat(days.getFirst().day().lengths().getFirst().energy()).containsExactly(1, null);
        assertThat(asked)
                .isEqualTo("GET /internal/history?client=C%2F1%20%C3%B1&from=2026-10-01&to=2026-10-02 secret null");
    }

    @Test
    void startsARunForTheUserWhoAsked() {
        status = 202;
        answer = RUN;

        assertThat(archiver().archive(new ArchiveRunRequest(60), "ana").day()).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(asked).isEqualTo("POST /internal/archive/runs?olderThan=60 secret ana");
        archiver().archive(new ArchiveRunRequest(null), "ana");
        assertThat(asked).isEqualTo("POST /internal/archive/runs secret ana");
    }

    @Test
    void passesOnWhatIsToBeRestored() {
        answer = RUN;

        archiver()
                .restore(
                        new RestoreRequest(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-02"), "C-1"), "ana");

        assertThat(asked).isEqualTo("POST /internal/restores secret ana");
        assertThat(body).contains("\"from\":\"2026-10-01\"").contains("\"clientId\":\"C-1\"");
    }

    @Test
    void filtersTheAudit() {
        answer = "{\"content\":[],\"page\":{\"size\":9,\"number\":2,\"totalElements\":0,\"totalPages\":0}}";

        archiver()
                .operations(
                        new OperationFilter("ERASE", "ana & {co}+", null, Instant.parse("2026-11-01T00:00:00Z"), null),
                        new Paging(2, 9));

        assertThat(asked)
                .contains("page=2&size=9&kind=ERASE&who=ana%20%26%20%7Bco%7D%2B&from=2026-11-01T00%3A00%3A00Z ");
    }

    @Test
    void keepsTheArchiversOwnWords() {
        status = 409;
        answer =
                "{\"status\":409,\"type\":\"urn:consumo:problem:operation-running\",\"detail\":\"operation 7 has been running\"}";

        ArchiverRefused refused = catchThrowableOfType(
                ArchiverRefused.class, () -> archiver().archive(new ArchiveRunRequest(null), "ana"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:consumo:problem:operation-running");
        assertThat(refused.detail()).isEqualTo("operation 7 has been running");
    }

    @Test
    void saysSoWhenTheArchiverIsAway() {
        HttpArchiver archiver = archiver();
        server.stop(0);
        assertThatThrownBy(archiver::summary).isInstanceOf(ArchiverAway.class);
        assertThatThrownBy(() -> archiver.release("1", "ana")).isInstanceOf(ArchiverAway.class);
    }
}
