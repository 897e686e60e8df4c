package io.consumo.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.TestClock;
import io.consumo.model.http.OddRequests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnThrowawayStores
class AccessIT {

    private static final String READINGS = "/api/v1/readings";
    private static final String[] JSON = {"Content-Type", "application/json"};

    @Autowired
    Http http;

    @Autowired
    TestClock.Turned clock;

    @Test
    void isClosedToThePagesOfOtherSites() {
        Answer answer = http.get("/api/v1/health", "Origin", "https://elsewhere.example");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void aNameThatNobodyCanHaveIsAWrongOne() {
        assertThat(http.send("GET", "/api/v1/overview", null, Http.basic("an\0alyst"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void everybodyMayAskForHealthAndDocs() {
        assertThat(http.send("GET", "/api/v1/health", null, null)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("UP");
        assertThat(http.send("GET", "/openapi.json", null, null).status()).isEqualTo(200);
        assertThat(http.send("GET", "/docs", null, null).status()).isEqualTo(302);
        assertThat(http.send("GET", "/swagger-ui/index.html", null, null).status())
                .isEqualTo(200);
    }

    @Test
    void noOddRequestMakesItFailOrOpensItWithoutALogin() {
        int port = http.address("/").getPort();
        List<String> paths = List.of("/api/v1/clients", "/api/v1/anomalies/x", READINGS, "/api/v1/clients/x/hourly");

        assertThat(OddRequests.sendAll(port, List.of("Authorization: " + Http.basic("operator")), paths))
                .anyMatch(OddRequests.Answer::isAnswered)
                .noneMatch(OddRequests.Answer::isFailure);
        assertThat(OddRequests.sendAll(port, List.of(), paths))
                .noneMatch(OddRequests.Answer::isFailure)
                .noneMatch(OddRequests.Answer::isAnswered);
    }

    @Test
    void theRestNeedsALogin() {
        Answer refused = http.send("GET", "/api/v1/clients", null, null);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:consumo:problem:login-needed");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void aScriptOfAPageGetsNoDialogOfTheBrowser() {
        assertThat(http.send("GET", "/api/v1/clients", null, null, "X-Requested-With", "fetch")
                        .header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(http.send("GET", "/api/v1/clients", null, "Bearer wrong").header("WWW-Authenticate"))
                .isEqualTo("Bearer");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
        Answer wrong = http.send("GET", "/api/v1/clients", null, Http.basic("viewer", "wrong"));
        Answer unknown = http.send("GET", "/api/v1/clients", null, Http.basic("nobody", "wrong"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
    }

    @Test
    void eachRoleMayDoWhatTheOnesBeforeItMay() {
        for (String user : new String[] {"viewer", "analyst", "operator"}) {
            assertThat(http.send("GET", "/api/v1/clients", null, Http.basic(user))
                            .status())
                    .isEqualTo(200);
        }
        Answer viewer = http.send("POST", READINGS, "[]", Http.basic("viewer"), JSON);
        assertThat(viewer.status()).isEqualTo(403);
        assertThat(viewer.json().get("type").asString()).isEqualTo("urn:consumo:problem:role-needed");
        assertThat(http.send("POST", READINGS, "[]", Http.basic("analyst"), JSON)
                        .status())
                .isEqualTo(403);
        assertThat(http.send("POST", READINGS, "[]", Http.basic("operator"), JSON)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aSessionLastsUntilItIsEnded() {
        Answer opened = http.send("POST", "/api/v1/session", null, Http.basic("analyst"));
        String bearer = "Bearer " + opened.json().get("token").asString();

        assertThat(opened.json().get("role").asString()).isEqualTo("ANALYST");
        assertThat(http.send("GET", "/api/v1/clients", null, bearer).status()).isEqualTo(200);
        assertThat(http.send("POST", "/api/v1/session", null, bearer).status())
                .as("a token must not prolong itself")
                .isEqualTo(403);
        assertThat(http.send("DELETE", "/api/v1/session", null, bearer).status())
                .isEqualTo(204);
        assertThat(http.send("GET", "/api/v1/clients", null, bearer).status()).isEqualTo(401);
    }

    @Test
    void aSessionExpires() {
        String bearer = "Bearer "
                + http.send("POST", "/api/v1/session", null, Http.basic("viewer"))
                        .json()
                        .get("token")
                        .asString();
        clock.turn(Duration.ofHours(13));
        try {
            assertThat(http.send("GET", "/api/v1/clients", null, bearer).status())
                    .isEqualTo(401);
        } finally {
            clock.turn(Duration.ofHours(-13));
        }
    }

    @Test
    void whoeverTriesPasswordsMustWait() {
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(http.send("GET", "/api/v1/clients", null, Http.basic("guessed", "wrong"))
                            .status())
                    .isEqualTo(401);
        }
        Answer next = http.send("GET", "/api/v1/clients", null, Http.basic("guessed", "wrong"));
        assertThat(next.status()).isEqualTo(429);
        assertThat(next.header("Retry-After")).isNotNull();
    }
}
