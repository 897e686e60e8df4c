package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.consumo.api.Http;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.api.TestClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class CaseStreamIT {

    private static final Instant NOW = TestClock.START;
    private static final String ANALYST = Http.basic("analyst");
    private static final String OPERATOR = Http.basic("operator");
    private static final String[] JSON = {"Content-Type", "application/json"};

    private final String drop = "drop-" + UUID.randomUUID();
    private final String spike = "spike-" + UUID.randomUUID();
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Autowired
    MongoDatabase mongo;

    @Autowired
    TestClock.Turned clock;

    @Autowired
    CaseStream stream;

    @AfterEach
    void forget() {
        client.shutdownNow();
        clock.turnBack();
        mongo.getCollection("anomalies").deleteMany(new Document());
        mongo.getCollection("case_decisions").deleteMany(new Document());
    }

    @Test
    void subscribersAreToldOfChangesAndOfThoseTheyMissed() {
        stored.anomaly(Cases.drop(drop, "streamed-1", NOW.minus(Duration.ofHours(3))));
        stored.anomaly(Cases.spike(spike, "streamed-2", NOW.minus(Duration.ofHours(2))));
        decide(drop, "{'status':'ACKNOWLEDGED'}");
        String missed = clock.instant().toString();
        decide(drop, "{'status':'CONFIRMED'}");
        List<String> lines = listen(Http.basic("viewer"), "Last-Event-ID", missed);
        await().until(() -> lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains(drop)));
        assertThat(lines).contains("event:anomaly").anyMatch(line -> line.contains("\"status\":\"CONFIRMED\""));

        decide(spike, "{'status':'DISMISSED','reason':'SEASON'}");
        await().until(() -> lines.stream().anyMatch(line -> line.contains(spike) && line.contains("DISMISSED")));
        assertThat(lines).doesNotContain("gone", "end");
    }

    @Test
    void whoHasReceivedNothingYetKnowsFromWhereToGoOn() {
        List<String> lines = listen(Http.basic("viewer"));

        await().until(() -> lines.contains("id:" + NOW));
    }

    @Test
    void anIdOfTheFutureIsTakenForNowAndAnyOtherTextIsRefused() {
        for (String future : List.of("+1000000000-12-31T23:59:59Z", "2999-01-01T00:00:00Z")) {
            List<String> lines = listen(Http.basic("viewer"), "Last-Event-ID", future);
            await().until(() -> lines.contains("id:" + NOW));
        }
        assertThat(http.get("/api/v1/anomalies/stream", "Last-Event-ID", "yesterday")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aStreamEndsWithTheTokenThatOpenedIt() {
        JsonNode token = http.send("POST", "/api/v1/tokens", "{\"name\":\"listener\"}", OPERATOR, JSON)
                .json();
        List<String> lines = listen("Bearer " + token.get("token").asString());
        await().until(() -> lines.contains("id:" + NOW));
        stream.beat();
        await().until(() -> lines.stream().filter(":alive"::equals).count() == 2);

        http.send("DELETE", "/api/v1/tokens/" + token.get("id").asString(), null, OPERATOR);
        stream.beat();

        await().until(() -> lines.contains("end"));
    }

    @Test
    void aStreamEndsWithTheSessionThatOpenedItAndOthersGoOn() {
        String session = "Bearer "
                + http.send("POST", "/api/v1/session", null, ANALYST)
                        .json()
                        .get("token")
                        .asString();
        List<String> lines = listen(session);
        List<String> others = listen(ANALYST);
        await().until(() -> lines.contains("id:" + NOW) && others.contains("id:" + NOW));

        http.send("DELETE", "/api/v1/session", null, session);
        stream.beat();

        await().until(() -> lines.contains("end"));
        await().until(() -> others.stream().filter(":alive"::equals).count() == 2);
        assertThat(others).doesNotContain("gone", "end");
    }

    private List<String> listen(String login, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(http.address("/api/v1/anomalies/stream")).header("Authorization", login);
        if (headers.length > 0) {
            request.headers(headers);
        }
        List<String> lines = new CopyOnWriteArrayList<>();
        var unused = client.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new Collector(lines)));
        return lines;
    }

    private void decide(String id, String body) {
        assertThat(http.send("PATCH", "/api/v1/anomalies/" + id, body.replace('\'', '"'), ANALYST, JSON)
                        .status())
                .isEqualTo(200);
    }

    /** Takes lines as they come. */
    private record Collector(List<String> lines) implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable gone) {
            lines.add("gone");
        }

        @Override
        public void onComplete() {
            lines.add("end");
        }
    }
}
