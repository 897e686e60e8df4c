package io.consumo.api.repeated;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.TestClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnThrowawayStores
class RepeatedIT {

    private final String key = UUID.randomUUID().toString();
    private final String name = "repeated-" + key;

    @Autowired
    Http http;

    @Autowired
    TestClock.Turned clock;

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    @Test
    void whatIsSentTwiceIsDoneOnce() {
        Answer first = token(name, 30);
        Answer again = token(name, 30);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(first.json().get("token").asString()).isNotBlank();
        assertThat(again.json().get("token").isNull()).as("shown once").isTrue();
        assertThat(http.send("GET", "/api/v1/tokens", null, Http.basic("operator"))
                        .each("name"))
                .containsOnlyOnce(name);
    }

    @Test
    void aKeyBelongsToOneRequest() {
        token(name, 30);

        Answer other = token(name, 31);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("type").asString()).isEqualTo("urn:consumo:problem:key-reused");
    }

    @Test
    void whatWasRefusedCanBeTriedAgain() {
        assertThat(token(name, -1).status()).isEqualTo(400);
        assertThat(token(name, 30).status()).isEqualTo(201);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        Answer first = token(name, 30);
        clock.turn(Duration.ofHours(25));

        Answer later = token(name, 30);

        assertThat(later.header("Idempotent-Replayed")).isNull();
        assertThat(later.json().get("id")).isNotEqualTo(first.json().get("id"));
    }

    @Test
    void readingsAreTakenOnce() {
        String body = "[{\"clientId\":\"repeated\",\"start\":\"2026-11-23T10:00:00+01:00\",\"kwh\":1}]";

        assertThat(post("/api/v1/readings", body).json().get("accepted").intValue())
                .isEqualTo(1);
        assertThat(post("/api/v1/readings", body).header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void everybodyIsToldHowMuchIsLeft() {
        Answer answer = http.get("/api/v1/anomalies/stats");

        assertThat(answer.header("RateLimit-Limit")).isEqualTo("12000");
        assertThat(Integer.parseInt(String.valueOf(answer.header("RateLimit-Remaining"))))
                .isBetween(1, 11_999);
    }

    private Answer token(String name, int days) {
        return post("/api/v1/tokens", "{\"name\":\"" + name + "\",\"days\":" + days + "}");
    }

    private Answer post(String path, String body) {
        return http.send(
                "POST", path, body, Http.basic("operator"), "Content-Type", "application/json", "Idempotency-Key", key);
    }
}
