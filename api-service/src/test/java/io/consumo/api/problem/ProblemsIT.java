package io.consumo.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@OnThrowawayStores
class ProblemsIT {

    @Autowired
    Http http;

    @Autowired
    DataSource pool;

    @Value("${spring.datasource.dbcp2.max-total}")
    int connections;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clients?size=501               | size      | 500",
                "clients?size=many              | size      | whole number",
                "clients?page=-1                | page      | 0 or greater",
                "clients?sort=colour            | sort      | averageDailyKwh",
                "anomalies?sort=score,up        | sort      | openedAt",
                "anomalies?type=THEFT           | type      | PLANTATION",
                "anomalies?status=NEW           | status    | ACKNOWLEDGED",
                "anomalies?from=2026-11-02&to=2026-11-01 | from | 2026-11-01",
                "daily?day=yesterday            | day       | a date such as",
                "daily?day=2026-11-01&from=2026-11-01 | day | from and to",
                "daily?from=2026-02-30          | from      | a date such as",
                "daily?from=2020-01-01          | from      | or later",
                "daily?sort=totalKwh            | sort      | clientId",
                "monthly?month=2026             | month     | a month such as",
                "clients/x/monthly?from=2026-11&to=2026-10 | from | 2026-10",
                "overview/load?hours=0          | hours     | 1 to",
                "overview/load?hours=all        | hours     | whole number",
                "monthly/compare                | months    | a month such as",
                "daily?day=%ff                  | query     | UTF-8",
                "overview?%ff                   | query     | UTF-8",
                "daily?clientId=%00             | clientId  | null characters",
                "anomalies?type=%00             | type      | null characters",
                "anomalies/a%3Bb                | path      | openapi",
            })
    void namesTheParameterAndWhatIsAllowed(String path, String field, String allowed) {
        Answer refused = http.get("/api/v1/" + path);

        assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:consumo:problem:invalid-parameter");
        assertThat(refused.json().get("field").asString()).isEqualTo(field);
        assertThat(refused.json().get("allowed").toString()).contains(allowed);
        assertThat(refused.json().get("detail").asString()).doesNotContain("java.");
    }

    @Test
    void hasATypeOfItsOwnForWhatTheServerRefusesItself() {
        assertThat(type(http.get("/api/v1/no-such-path"), 404)).isEqualTo("urn:consumo:problem:not-found");
        assertThat(type(http.send("PUT", "/api/v1/clients", "{}", Http.basic("operator")), 405))
                .isEqualTo("urn:consumo:problem:method-not-allowed");
        assertThat(type(http.send("POST", "/api/v1/readings", "a", Http.basic("operator"), "Content-Type", "a/b"), 415))
                .isEqualTo("urn:consumo:problem:unsupported-media-type");
        assertThat(type(http.send("POST", "/api/v1/readings", "a", Http.basic("operator"), "Content-Type", "*/*"), 415))
                .isEqualTo("urn:consumo:problem:unsupported-media-type");
    }

    @Test
    void answersUnderTheCallersIdOrOneOfItsOwn() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        assertThat(http.get("/api/v1/no-such-path", "X-Correlation-Id", "mine").header("X-Correlation-Id"))
                .isEqualTo("mine");
        assertThat(http.get("/api/v1/clients", "traceparent", trace).header("X-Correlation-Id"))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(http.get("/api/v1/clients", "X-Correlation-Id", "not { mine").header("X-Correlation-Id"))
                .matches("[0-9a-f]{16}");
        assertThat(http.send("GET", "/api/v1/clients", null, null).header("X-Correlation-Id"))
                .as("also of whoever is refused")
                .matches("[0-9a-f]{16}");
    }

    @Test
    void namesTheServiceThatIsAway() {
        for (String path : List.of("rules", "rules/backtest/1", "clients/x/baseline")) {
            Answer answer = http.get("/api/v1/" + path);
            assertThat(type(answer, 503)).as(path).isEqualTo("urn:consumo:problem:service-down");
            assertThat(answer.json().get("detail").asString()).contains("the consumer does not answer");
            assertThat(answer.header("Retry-After")).isNotNull();
        }
    }

    @Test
    void tellsABusyPoolFromAStoreThatIsDown() throws Exception {
        List<Connection> lent = new ArrayList<>();
        try {
            for (int connection = 0; connection < connections; connection++) {
                lent.add(pool.getConnection());
            }
            Answer busy = http.get("/api/v1/clients/x/daily");
            assertThat(type(busy, 503)).isEqualTo("urn:consumo:problem:overloaded");
            assertThat(busy.header("Retry-After")).isEqualTo("1");

            Answer table = http.get("/api/v1/daily.csv");
            assertThat(type(table, 503)).isEqualTo("urn:consumo:problem:overloaded");
            assertThat(table.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(table.header("Content-Disposition")).isNull();
        } finally {
            for (Connection connection : lent) {
                connection.close();
            }
        }
        assertThat(http.get("/api/v1/clients/x/daily").status()).isEqualTo(404);
    }

    private static String type(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        return answer.json().get("type").asString();
    }
}
