package io.consumo.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.TestClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class TokensIT {

    private static final String TOKENS = "/api/v1/tokens";

    @Autowired
    Http http;

    @Autowired
    TestClock.Turned clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    @Test
    void aTokenIsShownOnceAndGoodUntilItIsTakenBack() {
        JsonNode made =
                create("{'name':'head end','role':'OPERATOR','days':30}").json();
        String secret = made.get("token").asString();

        assertThat(jdbc.sql("select token_hash from api.api_token where name = 'head end'")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .isNotEqualTo(secret);
        assertThat(http.send("GET", TOKENS, null, Http.basic("operator"))
                        .response()
                        .body())
                .contains("head end")
                .doesNotContain(secret);
        assertThat(http.send("GET", TOKENS, null, "Bearer " + secret).status()).isEqualTo(200);
        String id = made.get("id").asString();
        assertThat(jdbc.sql("select last_used_at is not null from api.api_token where id = :id::uuid")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(http.send("DELETE", TOKENS + "/" + id, null, Http.basic("operator"))
                        .status())
                .isEqualTo(204);
        assertThat(http.send("GET", TOKENS, null, "Bearer " + secret).status()).isEqualTo(401);
        assertThat(http.send("DELETE", TOKENS + "/" + id, null, Http.basic("operator"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aTokenMayDoWhatItsRoleMayAndExpires() {
        String secret = create("{'name':'reader','days':1}").json().get("token").asString();

        assertThat(http.send("GET", "/api/v1/clients", null, "Bearer " + secret).status())
                .isEqualTo(200);
        assertThat(http.send("GET", TOKENS, null, "Bearer " + secret).status()).isEqualTo(403);
        assertThat(http.send("POST", "/api/v1/session", null, "Bearer " + secret)
                        .status())
                .isEqualTo(403);
        clock.turn(Duration.ofHours(25));
        assertThat(http.send("GET", "/api/v1/clients", null, "Bearer " + secret).status())
                .isEqualTo(401);
    }

    @Test
    void refusesTokensWithoutNameOrForTooLong() {
        assertThat(create("{}").json().get("field").asString()).isEqualTo("name");
        assertThat(create("{'name':'x','days':0}").json().get("field").asString())
                .isEqualTo("days");
        assertThat(create("{'name':'x','role':'ROOT'}").json().get("allowed").toString())
                .contains("VIEWER");
        assertThat(http.send("GET", TOKENS, null, Http.basic("analyst")).status())
                .isEqualTo(403);
    }

    @Test
    void theAuditTellsWhoChangedWhatAndWhoFailedToLogIn() {
        create("{'name':'audited'}");
        send("PATCH", "/api/v1/anomalies/no-such", "{'status':'CONFIRMED'}", "analyst");
        send("POST", "/api/v1/readings", "[]", "viewer");
        http.send("GET", "/api/v1/clients", null, Http.basic("intruder", "guess"));
        http.get("/api/v1/clients");

        assertThat(audit("user=operator&path=tokens").get(0).get("status").intValue())
                .isEqualTo(201);
        assertThat(audit("user=analyst&path=no-such&failed=true")
                        .get(0)
                        .get("status")
                        .intValue())
                .isEqualTo(404);
        assertThat(audit("user=viewer&path=readings").get(0).get("status").intValue())
                .isEqualTo(403);
        assertThat(audit("user=intruder").get(0).get("path").asString()).isEqualTo("/api/v1/clients");
        assertThat(audit("user=viewer&path=clients&failed=false").size()).isZero();
        assertThat(audit("user=operator&from=2000-01-01&to=2000-01-02").size()).isZero();
        assertThat(http.send("GET", "/api/v1/audit?failed=perhaps", null, Http.basic("operator"))
                        .status())
                .isEqualTo(400);
        assertThat(http.get("/api/v1/audit").status()).isEqualTo(403);
    }

    private JsonNode audit(String filter) {
        return http.send("GET", "/api/v1/audit?" + filter, null, Http.basic("operator"))
                .content();
    }

    private Answer create(String body) {
        return send("POST", TOKENS, body, "operator");
    }

    private Answer send(String method, String path, @Nullable String body, String user) {
        return http.send(
                method,
                path,
                body == null ? null : body.replace('\'', '"'),
                Http.basic(user),
                "Content-Type",
                "application/json");
    }
}
