package io.consumo.consumer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.consumo.consumer.ConsumerTest;
import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.Internal;
import io.consumo.consumer.Internal.Answer;
import io.consumo.consumer.MongoDatabaseName;
import io.consumo.consumer.ReadingTopic;
import io.consumo.consumer.StoredState;
import io.consumo.consumer.detection.Backlog;
import io.consumo.consumer.detection.ClientDecisions;
import io.consumo.consumer.detection.LiveRules;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.monthly.RecallDays;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.BacktestRequest.Trial;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsumerTest
class BacktestIT {

    private final LocalDate today = LocalDate.now(ReadingTopic.MADRID);

    @Autowired
    private MongoClient mongo;

    @Autowired
    private MongoDatabaseName database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Backlog backlog;

    @Autowired
    private KnownClients clients;

    @Autowired
    private ClientDecisions decisions;

    @Autowired
    private RecallDays recall;

    @Autowired
    private LiveRules rules;

    @Autowired
    private InstallationProperties installation;

    @Autowired
    private BacktestStore store;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    @Test
    void tellsWhatAChangedRuleWouldFindAndLoseAndTouchesNothingLive() {
        send("ordinary", 1);
        send("half", 0.5);
        send("nothing", 0.02);
        decide("half", CaseStatus.DISMISSED);
        decide("nothing", CaseStatus.CONFIRMED);
        // The archive's rows are gone; months keep what is needed.
        jdbc.sql("delete from daily_consumption where day < :day")
                .param("day", today.minusDays(30))
                .update();
        StoredState before = state();

        Backtest.Outcome stricter =
                run(Map.of("fraud.drop", new Trial(null, Map.of("fallPercent", 57.0, "lastingFallPercent", 57.0))));
        assertThat(stricter.casesNow()).containsEntry("fraud.drop", 2);
        assertThat(stricter.casesTried()).containsEntry("fraud.drop", 1);
        assertThat(stricter.foundCount()).isZero();
        assertThat(stricter.lost()).singleElement().satisfies(one -> {
            assertThat(one.clientId()).isEqualTo("half");
            assertThat(one.subtype()).isEqualTo(AnomalySubtype.DROP);
            assertThat(one.status()).isEqualTo(CaseStatus.DISMISSED);
            assertThat(one.lostKwh()).isPositive();
            assertThat(one.caseId()).isEqualTo(caseOf("half").getString("_id"));
        });
        assertThat(stricter.closed()).isEqualTo(new Backtest.Closed(1, 0, 0, 1));

        Backtest.Outcome same = run(Map.of("fraud.drop", new Trial(true, Map.of("fallPercent", 38.0))));
        assertThat(same.foundCount() + same.lostCount()).isZero();
        assertThat(same.casesTried()).isEqualTo(same.casesNow());
        assertThat(same.casesNow().values().stream().mapToInt(Integer::intValue).sum())
                .as("as many as there are live")
                .isEqualTo(mongo().getCollection(CaseDocument.COLLECTION).countDocuments());

        assertThat(state().differencesTo(before)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeTried() {
        assertThat(start(Map.of("fraud.drop", new Trial(null, Map.of("fallPercent", 200.0)))))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.detail()).startsWith("fallPercent must be from"));
        assertThat(start(Map.of("unheard", new Trial(false, Map.of()))).status())
                .isEqualTo(400);
        assertThat(start(Map.of()).status()).isEqualTo(400);
        assertThat(Internal.at(port)
                        .post(
                                "/internal/backtests",
                                new BacktestRequest(
                                        Map.of("spike", new Trial(false, Map.of())), today, today.minusDays(2)))
                        .status())
                .isEqualTo(400);
        assertThat(Internal.at(port).get("/internal/backtests/none").status()).isEqualTo(404);
    }

    @Test
    void oneRunsAtATimeAndOneWhoseConsumerIsGoneCountsAsFailed() {
        Instant now = Instant.now();
        Backtest other = new Backtest(
                "of-another",
                "RUNNING",
                "analyst",
                now.plusSeconds(5),
                null,
                new BacktestRequest(Map.of(), null, null),
                today,
                today,
                3,
                10,
                null,
                null);
        store.write(other, now);
        Answer refused = start(Map.of("spike", new Trial(false, Map.of())));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("of-another", "3 of 10");

        store.write(other, now.minusSeconds(60));
        assertThat(find("of-another").state()).isEqualTo("FAILED");
        assertThat(find("of-another").error()).contains("interrupted");
        assertThat(run(Map.of("spike", new Trial(false, Map.of())))).isNotNull();
    }

    @Test
    void aStopOfTheConsumerEndsTheOneThatRuns() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        RunBacktests runs = new RunBacktests(
                new EndlessReplay(clients, decisions, recall, begun),
                store,
                rules,
                installation,
                new BacktestProperties(Duration.ofSeconds(1), Duration.ofSeconds(30)),
                InstantSource.system());
        Backtest stopped =
                runs.start(new BacktestRequest(Map.of("spike", new Trial(false, Map.of())), null, null), "analyst");
        begun.await();
        runs.stop();
        assertThat(find(stopped.id()).state()).isEqualTo("FAILED");
        assertThat(find(stopped.id()).error()).contains("stopped");
    }

    private static final class EndlessReplay extends Replay {

        private final CountDownLatch begun;

        EndlessReplay(KnownClients clients, ClientDecisions decisions, RecallDays recall, CountDownLatch begun) {
            super(clients, decisions, recall);
            this.begun = begun;
        }

        @Override
        Backtest.Outcome run(Detector live, Detector tried, LocalDate from, LocalDate to, IntConsumer done)
                throws InterruptedException {
            begun.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError("never");
        }
    }

    private Backtest.Outcome run(Map<String, Trial> rules) {
        Backtest begun = start(rules).as(Backtest.class);
        await().until(() -> !find(begun.id()).state().equals("RUNNING"));
        Backtest ended = find(begun.id());
        assertThat(ended.error()).isNull();
        assertThat(ended.by()).isEqualTo("operator");
        assertThat(ended.clientsDone()).isEqualTo(ended.clients());
        return Objects.requireNonNull(ended.outcome());
    }

    private Answer start(Map<String, Trial> rules) {
        return Internal.at(port).post("/internal/backtests", new BacktestRequest(rules, null, null));
    }

    private Backtest find(String id) {
        return Internal.at(port).get("/internal/backtests/" + id, Backtest.class);
    }

    private void decide(String client, CaseStatus status) {
        mongo().getCollection(DecisionDocument.COLLECTION)
                .insertOne(new Document("_id", caseOf(client).getString("_id")).append("status", status.name()));
    }

    private Document caseOf(String client) {
        Document found = mongo().getCollection(CaseDocument.COLLECTION)
                .find(new Document("clientId", client))
                .first();
        return Objects.requireNonNull(found, () -> "no case of " + client);
    }

    private StoredState state() {
        return StoredState.of(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.mongodb.uri"),
                "");
    }

    private MongoDatabase mongo() {
        return mongo.getDatabase(database.value());
    }

    /** Sixty days up to yesterday, the last ten of them changed. */
    private void send(String client, double factor) {
        try (ReadingTopic topic = new ReadingTopic()) {
            for (int back = 60; back > 0; back--) {
                double hourly = back <= 10 ? 0.5 * factor : 0.5;
                ReadingTopic.day(client, today.minusDays(back), 1, hour -> hourly * (1 + hour % 6))
                        .forEach(topic::send);
            }
            topic.flush();
        }
        await().until(backlog::isEmpty);
    }
}
