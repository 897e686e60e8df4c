package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.api.TestClock;
import io.consumo.model.Topics;
import io.consumo.stack.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class CaseWorkIT {

    private static final Instant NOW = TestClock.START;
    private static final String JSON = "application/json";

    private final String drop = "drop-" + UUID.randomUUID();
    private final String spike = "spike-" + UUID.randomUUID();

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Autowired
    MongoDatabase mongo;

    @Autowired
    TestClock.Turned clock;

    @BeforeEach
    void store() {
        stored.anomaly(Cases.drop(drop, "worked-1", NOW.minus(Duration.ofHours(3))));
        stored.anomaly(Cases.spike(spike, "worked-2", NOW.minus(Duration.ofHours(2))));
    }

    @AfterEach
    void forget() {
        clock.turnBack();
        mongo.getCollection("anomalies").deleteMany(new Document());
        mongo.getCollection("case_decisions").deleteMany(new Document());
    }

    @Test
    void whatAVisitIsWorthComesFirst() {
        mongo.getCollection("anomalies").updateOne(new Document("_id", spike), Updates.set("lostPerMonth", 1_000L));
        mongo.getCollection("anomalies").updateOne(new Document("_id", drop), Updates.set("lostPerMonth", 1_500L));

        assertThat(http.get("/api/v1/anomalies?sort=recovery,desc").each("id")).containsExactly(drop, spike);
        assertThat(http.get("/api/v1/anomalies?sort=recovery,desc&size=1&page=1")
                        .each("id"))
                .containsExactly(spike);

        // A rule that proves wrong is worth less: 2 of 11 instead of 2 of 10 for each dismissal.
        for (int dismissed = 0; dismissed < 10; dismissed++) {
            String id = "dismissed-" + UUID.randomUUID();
            stored.anomaly(Cases.drop(id, "worked-3", NOW));
            decide(id, "{'status':'DISMISSED','reason':'VACANCY'}");
        }
        assertThat(http.get("/api/v1/anomalies?sort=recovery,desc&status=OPEN").each("id"))
                .containsExactly(spike, drop);
    }

    @Test
    void whatIsAskedOfDecisionsHasAnIndex() {
        decide(drop, "{'assignee':'analyst'}");

        List<String> indexed = new ArrayList<>();
        mongo.getCollection("case_decisions")
                .listIndexes()
                .forEach(
                        index -> indexed.addAll(index.get("key", Document.class).keySet()));
        assertThat(indexed).contains("changedAt", "eventDueAt", "assignee");
    }

    @Test
    void casesAreFoundByWhoWorksOnThem() {
        decide(drop, "{'assignee':'analyst'}");

        assertThat(http.get("/api/v1/anomalies?assignee=analyst").each("id")).containsExactly(drop);
        assertThat(http.get("/api/v1/anomalies?assignee=").each("id")).containsExactly(spike);
        assertThat(http.get("/api/v1/anomalies?assignee=viewer").each("id")).isEmpty();

        decide(drop, "{'assignee':''}");
        assertThat(http.get("/api/v1/anomalies?assignee=analyst").each("id")).isEmpty();
    }

    @Test
    void aCaseIsTakenInspectedAndConfirmedAndItsHistoryTellsAll() {
        decide(drop, "{'status':'ACKNOWLEDGED','assignee':'analyst'}");
        decide(drop, "{'status':'INSPECTION','comment':'visit on Friday'}");
        JsonNode confirmed = decide(drop, "{'status':'CONFIRMED','comment':'bypass behind the meter'}")
                .json();

        assertThat(confirmed.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.get("assignee").asString()).isEqualTo("analyst");
        assertThat(confirmed.get("version").intValue()).isEqualTo(3);
        JsonNode history = http.get("/api/v1/anomalies/" + drop + "/history").json();
        assertThat(history.get("entries").size()).isEqualTo(3);
        assertThat(history.get("entries").get(1).get("comment").asString()).isEqualTo("visit on Friday");
        assertThat(history.get("entries").get(1).get("by").asString()).isEqualTo("analyst");
        assertThat(history.get("next").toString()).isEqualTo("[\"ACKNOWLEDGED\",\"INSPECTION\"]");
        assertThat(http.get("/api/v1/anomalies?status=CONFIRMED").each("id")).containsExactly(drop);
        assertThat(http.get("/api/v1/anomalies?status=OPEN").each("id")).containsExactly(spike);
    }

    @Test
    void whatTheStateForbidsIsRefusedWithWhatItAllows() {
        decide(drop, "{'status':'CONFIRMED'}");
        Answer refused = decide(drop, "{'status':'DISMISSED','reason':'HOLIDAY'}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asString()).isEqualTo("urn:consumo:problem:not-allowed-now");
        assertThat(refused.json().get("allowed").toString()).contains("ACKNOWLEDGED", "INSPECTION");
        assertThat(decide(spike, "{'status':'CLEARED'}").status()).isEqualTo(409);
    }

    @Test
    void aDecisionInSightOfAnOldVersionIsRefused() {
        decide(drop, "{'status':'ACKNOWLEDGED','version':0}");
        Answer late = decide(drop, "{'status':'CONFIRMED','version':0}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(decide(drop, "{'status':'CONFIRMED','version':1}").status()).isEqualTo(200);
    }

    @Test
    void ofManyAtOnceExactlyOneTakesAVersion() throws Exception {
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            decisions.add(
                    () -> decide(drop, "{'status':'ACKNOWLEDGED','version':0}").status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = threads.invokeAll(decisions).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        }
    }

    @Test
    void theLastDecisionCanBeTakenBackForTenSeconds() {
        decide(drop, "{'status':'ACKNOWLEDGED','assignee':'analyst'}");
        decide(drop, "{'status':'DISMISSED','reason':'VACANCY'}");
        JsonNode undone = send("POST", "/" + drop + "/undo", null, "analyst").json();

        assertThat(undone.get("status").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(undone.get("assignee").asString()).isEqualTo("analyst");
        assertThat(undone.get("version").intValue()).isEqualTo(3);
        clock.turn(Duration.ofSeconds(11));
        assertThat(send("POST", "/" + drop + "/undo", null, "analyst").status()).isEqualTo(409);
    }

    @Test
    void otherSystemsAreToldWhenItCanNoLongerBeTakenBack() {
        decide(drop, "{'status':'CONFIRMED'}");
        decide(spike, "{'status':'CONFIRMED'}");
        send("POST", "/" + spike + "/undo", null, "analyst");
        decide(spike, "{'status':'ACKNOWLEDGED'}");
        clock.turn(Duration.ofSeconds(11));

        try (var events = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestStores.kafka(),
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        "500"),
                new StringDeserializer(),
                new StringDeserializer())) {
            events.subscribe(List.of(Topics.ANOMALIES));
            List<String> told = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                events.poll(Duration.ofMillis(200)).forEach(event -> told.add(event.value()));
                return told.stream().anyMatch(event -> event.contains(drop))
                        && told.stream().anyMatch(event -> event.contains(spike));
            });
            assertThat(told)
                    .filteredOn(event -> event.contains(drop))
                    .allMatch(event -> event.contains(drop + ":CLOSED:decision-1"));
            assertThat(told)
                    .filteredOn(event -> event.contains(spike))
                    .allMatch(event -> event.contains(":CHANGED:decision-3"));
        }
        await().until(() -> mongo.getCollection("case_decisions")
                        .countDocuments(new Document("eventDueAt", new Document("$ne", null)))
                == 0);
    }

    @Test
    void manyAreDecidedAlikeAndEachIsAnsweredForItself() {
        decide(drop, "{'status':'CONFIRMED'}");
        JsonNode result = send(
                        "POST",
                        "/bulk",
                        "{'ids':['" + drop + "','" + spike
                                + "','no-such'],'decision':{'status':'DISMISSED','reason':'HOLIDAY'}}",
                        "analyst")
                .json();

        assertThat(result.get("done").intValue()).isEqualTo(1);
        assertThat(result.get("items").get(0).get("problem").asString()).contains("CONFIRMED");
        assertThat(result.get("items").get(1).get("version").intValue()).isEqualTo(1);
        assertThat(result.get("items").get(2).get("problem").asString()).contains("no-such");
    }

    @Test
    void wrongBodiesAreAnsweredWithTheFieldAndWhatIsAllowed() {
        refuses("{'status':'STOLEN'}", "status", "CONFIRMED");
        refuses("{'status':'DISMISSED'}", "reason", "HOLIDAY");
        refuses("{'status':'CONFIRMED','reason':'HOLIDAY'}", "reason", "no reason");
        refuses("{'assignee':'nobody'}", "assignee", "empty");
        refuses("{'version':'first'}", "version", "whole number");
        refuses("{}", "status", "ACKNOWLEDGED");
        refuses("{'comment':'" + "x".repeat(4_001) + "'}", "comment", "4000");
        assertThat(decide(drop, "[1]").status()).isEqualTo(400);
        assertThat(decide(drop, "rubbish").status()).isEqualTo(400);
        assertThat(send("POST", "/bulk", "{}", "analyst").json().get("field").asString())
                .isEqualTo("ids");
        assertThat(decide("no-such", "{'status':'CONFIRMED'}").status()).isEqualTo(404);
    }

    @Test
    void aViewerDecidesNothing() {
        assertThat(send("PATCH", "/" + drop, "{'status':'CONFIRMED'}", "viewer").status())
                .isEqualTo(403);
        assertThat(send("POST", "/" + drop + "/undo", null, "viewer").status()).isEqualTo(403);
        assertThat(send("POST", "/bulk", "{'ids':['x']}", "viewer").status()).isEqualTo(403);
        assertThat(http.get("/api/v1/anomalies/" + drop + "/history").status()).isEqualTo(200);
    }

    @Test
    void statsTellHowOftenEachRuleWasRight() {
        decide(drop, "{'status':'CONFIRMED'}");
        decide(spike, "{'status':'DISMISSED','reason':'HOLIDAY'}");
        JsonNode stats = http.get("/api/v1/anomalies/stats").json();
        assertThat(stats.get("total").intValue()).isEqualTo(2);
        assertThat(stats.get("byStatus").get("CONFIRMED").intValue()).isEqualTo(1);
        JsonNode ofDrop = stats.get("precision").get(0);
        assertThat(ofDrop.get("rule").asString()).isEqualTo("fraud.drop");
        assertThat(ofDrop.get("closed").intValue()).isEqualTo(1);
        assertThat(ofDrop.get("percent").doubleValue()).isEqualTo(100);
        assertThat(http.get("/api/v1/anomalies.csv?status=CONFIRMED")
                        .response()
                        .body()
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(drop + ",worked-1,FRAUD,DROP,"));
    }

    private void refuses(String body, String field, String allowed) {
        Answer refused = decide(drop, body);
        assertThat(refused.status()).as(body).isEqualTo(400);
        assertThat(refused.json().get("field").asString()).isEqualTo(field);
        assertThat(refused.json().get("allowed").toString()).contains(allowed);
    }

    private Answer decide(String id, String body) {
        return send("PATCH", "/" + id, body, "analyst");
    }

    private Answer send(String method, String path, @Nullable String body, String user) {
        return http.send(
                method,
                "/api/v1/anomalies" + path,
                body == null ? null : body.replace('\'', '"'),
                Http.basic(user),
                "Content-Type",
                JSON);
    }
}
