package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.api.TestClock;
import io.consumo.model.CaseStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class AnomaliesIT {

    private static final Instant NOW = TestClock.START;

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Autowired
    AnomalyQuery query;

    @Autowired
    MongoDatabase mongo;

    @BeforeEach
    void store() {
        stored.anomaly(Cases.drop("case-drop", "cased-1", NOW.minus(Duration.ofHours(3))));
        stored.anomaly(Cases.spike("case-spike", "cased-2", NOW.minus(Duration.ofHours(2))));
        stored.anomaly(Cases.closed(
                Cases.spike("case-over", "cased-1", NOW.minus(Duration.ofHours(9))), NOW.minus(Duration.ofHours(1))));
    }

    @AfterEach
    void forget() {
        mongo.getCollection("anomalies").deleteMany(new Document());
        mongo.getCollection("case_decisions").deleteMany(new Document());
    }

    @Test
    void listsTheNewestFirstWithoutEvidence() {
        Answer page = http.get("/api/v1/anomalies");

        assertThat(page.each("id")).containsExactly("case-spike", "case-drop", "case-over");
        assertThat(page.json().get("content").get(0).get("evidence").size()).isZero();
        assertThat(http.get("/api/v1/anomalies?sort=openedAt,desc&size=1").each("id"))
                .containsExactly("case-spike");
        assertThat(http.get("/api/v1/anomalies?sort=lostMoney,desc&size=1").each("id"))
                .containsExactly("case-drop");
        assertThat(http.get("/api/v1/anomalies?sort=score,asc").each("id"))
                .containsExactly("case-drop", "case-over", "case-spike");
    }

    @Test
    void filters() {
        assertThat(ids("type=FRAUD")).containsExactly("case-drop");
        assertThat(ids("type=FRAUD&type=SPIKE&status=OPEN")).containsExactly("case-spike", "case-drop");
        assertThat(ids("type=FRAUD,SPIKE&status=OPEN")).containsExactly("case-spike", "case-drop");
        assertThat(ids("severity=CRITICAL")).containsExactly("case-spike", "case-over");
        assertThat(ids("client=cased-1")).containsExactly("case-drop", "case-over");
        assertThat(ids("from=2026-11-23")).containsExactly("case-spike", "case-over");
        assertThat(ids("to=2026-11-19")).containsExactly("case-drop");
        assertThat(http.get("/api/v1/clients/cased-1/anomalies").each("id")).containsExactly("case-drop", "case-over");
    }

    @Test
    void tellsOneCaseInFull() {
        JsonNode one = http.get("/api/v1/anomalies/case-drop").json();

        assertThat(one.get("subtype").asString()).isEqualTo("DROP");
        assertThat(one.get("observedKwh").decimalValue()).isEqualByComparingTo("59.4");
        assertThat(one.get("lostMoney").get("mid").decimalValue()).isEqualByComparingTo("120.5");
        assertThat(one.get("lostMoney").get("currency").asString()).isEqualTo("EUR");
        assertThat(one.get("evidence").size()).isEqualTo(2);
        assertThat(one.get("evidence").get(0).get("start").asString()).isEqualTo("2026-11-12T01:00:00+01:00");
        assertThat(one.get("evidence").get(1).get("observedKwh").isNull()).isTrue();
        assertThat(one.get("checks").get(0).get("result").asString()).isEqualTo("UNKNOWN");
        assertThat(one.get("explanation").get("key").asString()).isEqualTo("fraud.drop");
        assertThat(one.get("version").intValue()).isZero();
        assertThat(http.get("/api/v1/anomalies/no-such").status()).isEqualTo(404);
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(text("en")).startsWith("Uses 41\u202f%").contains("since 12 Nov", "5.4\u202fkWh", "9.2\u202fkWh");
        assertThat(text("es-ES,es;q=0.9")).startsWith("Consume un 41\u202f%").contains("5,4\u202fkWh");
        assertThat(text("fr")).isEqualTo(text("en"));
        assertThat(http.get("/api/v1/anomalies/case-over")
                        .json()
                        .get("explanation")
                        .get("text")
                        .asString())
                .startsWith("Used 200\u202f% more than usual from 20 Nov to 23 Nov");
    }

    @Test
    void aCaseThatIsDecidedWhileAllAreReadTakesNoOtherOut() {
        List<String> stillOpen = new ArrayList<>();
        for (int number = 0; number < 1_001; number++) {
            String id = "case-%04d".formatted(number);
            // Some at a time are opened at the same instant.
            stored.anomaly(Cases.drop(id, "cased-3", NOW.minus(Duration.ofMinutes(100 - number / 300))));
            stillOpen.add(id);
        }
        AnomalyFilter open = new AnomalyFilter(null, Set.of(CaseStatus.OPEN), null, "cased-3", null, null, null);
        List<String> read = new ArrayList<>();

        query.each(open, one -> {
            String id = one.judged().id();
            read.add(id);
            if (read.size() % 100 == 1) {
                mongo.getCollection("case_decisions")
                        .insertOne(new Document("_id", id)
                                .append("status", "CONFIRMED")
                                .append("version", 1));
            }
        });

        assertThat(read).isEqualTo(stillOpen);
    }

    @Test
    void aDecisionSetsTheStatusThatCounts() {
        mongo.getCollection("case_decisions")
                .insertOne(new Document("_id", "case-drop")
                        .append("status", "INSPECTION")
                        .append("assignee", "analyst")
                        .append("version", 2));

        JsonNode one = http.get("/api/v1/anomalies/case-drop").json();

        assertThat(one.get("status").asString()).isEqualTo("INSPECTION");
        assertThat(one.get("assignee").asString()).isEqualTo("analyst");
        assertThat(one.get("version").intValue()).isEqualTo(2);
        assertThat(ids("status=OPEN")).containsExactly("case-spike");
        assertThat(ids("status=INSPECTION")).containsExactly("case-drop");
    }

    private List<String> ids(String filter) {
        return http.get("/api/v1/anomalies?" + filter).each("id");
    }

    private String text(String language) {
        return http.get("/api/v1/anomalies/case-drop", "Accept-Language", language)
                .json()
                .get("explanation")
                .get("text")
                .asString();
    }
}
