package io.consumo.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.api.StubService;
import io.consumo.api.TestClock;
import io.consumo.api.anomalies.Cases;
import io.consumo.model.IntervalLength;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Beside a consumer and a producer that answer what a test wants. */
@OnThrowawayStores
class RulesIT {

    private static final StubService CONSUMER = new StubService();
    private static final StubService PRODUCER = new StubService();

    private static final String DROP = """
            {'rule':'fraud.drop','type':'FRAUD','subtype':'DROP','enabled':true,'version':0,
             'thresholds':[{'name':'fallPercent','value':35,'standard':35,'unit':'%','lowest':5,'highest':95}]}""";

    private static final String BACKTEST = """
            {'id':'b7','state':'RUNNING','by':'analyst','startedAt':'2026-11-24T11:30:00Z',
             'request':{'rules':{}},'from':'2026-10-25','to':'2026-11-23','clientsDone':0,'clients':50}""";

    private static final String BASELINE = """
            {'clientId':'C-000042','on':'2026-11-24','acceptedDays':28,'neededDays':14,
             'weekday':[{'hour':0,'kwh':0.2,'lowKwh':0.1,'highKwh':0.3}],'weekend':[],
             'months':[{'month':'2026-10','days':31,'dailyKwh':9.5}]}""";

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Autowired
    MongoDatabase mongo;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        properties.add("consumo.pipeline.services.consumer", CONSUMER::address);
        properties.add("consumo.pipeline.services.producer", PRODUCER::address);
    }

    @BeforeEach
    void forget() {
        mongo.getCollection("rule_settings").deleteMany(new Document());
        mongo.getCollection("client_decisions").deleteMany(new Document());
        mongo.getCollection("anomalies").deleteMany(new Document());
        CONSUMER.answers("GET /internal/rules", 200, "[" + DROP + "]");
        CONSUMER.answers("POST /internal/rules/fraud.drop/check", 204, "");
        CONSUMER.answers("POST /internal/rules/refresh", 204, "");
        CONSUMER.answers("GET /internal/clients/C-000042/baseline", 200, BASELINE);
        CONSUMER.answers("POST /internal/clients/C-000042/rejudge", 202, "");
        CONSUMER.asked();
    }

    @Test
    void tellsTheRules() {
        JsonNode rule = http.get("/api/v1/rules").json().get(0);

        assertThat(rule.get("rule").asString()).isEqualTo("fraud.drop");
        assertThat(rule.at("/thresholds/0/unit").asString()).isEqualTo("%");
        assertThat(rule.get("precision").isNull()).isTrue();
    }

    @Test
    void changesARuleAfterTheConsumerHasAgreed() {
        JsonNode changed = change("FRAUD.DROP", "{'thresholds':{'fallPercent':45},'reason':'storms','version':0}")
                .json();

        assertThat(changed.at("/thresholds/0/value").doubleValue()).isEqualTo(45);
        assertThat(changed.at("/thresholds/0/standard").doubleValue()).isEqualTo(35);
        assertThat(changed.get("version").intValue()).isEqualTo(1);
        assertThat(changed.get("changedBy").asString()).isEqualTo("operator");
        assertThat(CONSUMER.asked()).element(1).asString().contains("POST /internal/rules/fraud.drop/check", ":45");
        Document kept = mongo.getCollection("rule_settings")
                .find(new Document("_id", "fraud.drop"))
                .first();
        assertThat(kept).isNotNull();
        assertThat(kept.get("thresholds", Document.class).getDouble("fallPercent"))
                .isEqualTo(45);

        CONSUMER.asked();
        assertThat(change("fraud.drop", "{'enabled':false,'version':1}")
                        .json()
                        .get("version")
                        .intValue())
                .isEqualTo(2);
        kept = mongo.getCollection("rule_settings")
                .find(new Document("_id", "fraud.drop"))
                .first();
        assertThat(kept).isNotNull();
        assertThat(CONSUMER.asked())
                .element(1)
                .asString()
                .as("with what others have changed")
                .contains("/check", ":45", "false");
        assertThat(kept.getBoolean("enabled")).isFalse();
        assertThat(kept.get("thresholds", Document.class)).containsKey("fallPercent");
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        change("fraud.drop", "{'enabled':true,'version':0}");

        Answer late = change("fraud.drop", "{'enabled':false,'version':0}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().get("type").asString()).isEqualTo("urn:consumo:problem:overtaken");
        assertThat(change("fraud.drop", "{'enabled':false}").status()).isEqualTo(200);
    }

    @Test
    void namesTheThresholdThatTheConsumerRefuses() {
        CONSUMER.answers(
                "POST /internal/rules/fraud.drop/check",
                400,
                "{'type':'about:blank','detail':'fallPercent must be from 5 to 95, was 450'}");

        Answer refused = change("fraud.drop", "{'thresholds':{'fallPercent':450}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("field").asString()).isEqualTo("fallPercent");
        assertThat(refused.json().get("allowed").toString()).contains("from 5 to 95");
        assertThat(mongo.getCollection("rule_settings").countDocuments()).isZero();
        assertThat(change("no-such", "{'enabled':false}").status()).isEqualTo(404);
        assertThat(change("fraud.drop", "{}").json().get("field").asString()).isEqualTo("thresholds");
    }

    @Test
    void startsABacktestAndFollowsIt() {
        CONSUMER.answers("POST /internal/backtests", 202, BACKTEST);
        CONSUMER.answers("GET /internal/backtests/b7", 200, BACKTEST.replace("RUNNING", "DONE"));

        Answer begun = backtest("{'rules':{'Fraud.Drop':{'thresholds':{'fallPercent':45}}}}");

        assertThat(begun.status()).isEqualTo(202);
        assertThat(CONSUMER.asked()).first().asString().contains("by analyst", "fraud.drop", "45");
        String location = begun.header("Location");
        assertThat(location).isNotNull();
        assertThat(http.get(location).json().get("state").asString()).isEqualTo("DONE");
        assertThat(http.get("/api/v1/rules/backtest/none").json().get("type").asString())
                .isEqualTo("urn:consumo:problem:unknown-backtest");
        assertThat(backtest("{}").json().get("field").asString()).isEqualTo("rules");
    }

    @Test
    void oneBacktestRunsAtATime() {
        CONSUMER.answers("POST /internal/backtests", 409, "{'detail':'b6 of operator is running'}");

        Answer refused = backtest("{'rules':{'spike':{'enabled':false}}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString()).isEqualTo("b6 of operator is running");
    }

    @Test
    void tellsWhatIsNormalForAClient() {
        assertThat(http.get("/api/v1/clients/C-000042/baseline")
                        .json()
                        .at("/weekday/0/highKwh")
                        .doubleValue())
                .isEqualTo(0.3);
        assertThat(http.get("/api/v1/clients/nobody/baseline").status()).isEqualTo(404);
    }

    @Test
    void rebaselinesAClientAndHasItJudgedAgain() {
        Answer done = work("POST", "rebaseline", "{'from':'2026-11-10','reason':'heat pump'}");

        assertThat(done.status()).as(done.response().body()).isEqualTo(200);
        assertThat(done.json().get("by").asString()).isEqualTo("analyst");
        assertThat(CONSUMER.asked()).last().isEqualTo("POST /internal/clients/C-000042/rejudge");
        Document kept = mongo.getCollection("client_decisions").find().first();
        assertThat(kept).isNotNull();
        assertThat(kept.get("rebaseline", Document.class).getString("from")).isEqualTo("2026-11-10");
        assertThat(work("POST", "rebaseline", "{'from':'2027-01-01','reason':'x'}")
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("from");
        assertThat(work("POST", "rebaseline", "{'from':'2026-11-10'}")
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("reason");
    }

    @Test
    void takesANewNormalBackAndHasTheClientJudgedAgain() {
        assertThat(work("GET", "rebaseline", null).status()).isEqualTo(404);
        assertThat(work("DELETE", "rebaseline", null).status()).isEqualTo(404);
        work("PUT", "exception", "{'types':['SPIKE'],'reason':'works'}");
        work("POST", "rebaseline", "{'from':'2026-11-10','reason':'heat pump'}");
        JsonNode told = work("GET", "rebaseline", null).json();
        assertThat(told.get("from").asString()).isEqualTo("2026-11-10");
        assertThat(told.get("by").asString()).isEqualTo("analyst");
        assertThat(CONSUMER.asked()).isNotEmpty();

        assertThat(work("DELETE", "rebaseline", null).status()).isEqualTo(204);

        assertThat(CONSUMER.asked()).last().isEqualTo("POST /internal/clients/C-000042/rejudge");
        assertThat(work("GET", "rebaseline", null).status()).isEqualTo(404);
        Document kept = mongo.getCollection("client_decisions").find().first();
        assertThat(kept).isNotNull().containsKey("exception").doesNotContainKey("rebaseline");
    }

    @Test
    void exceptsAClientUntilTheExceptionIsEnded() {
        assertThat(work("GET", "exception", null).status()).isEqualTo(404);
        work("POST", "rebaseline", "{'from':'2026-11-10','reason':'heat pump'}");

        Answer excepted = work("PUT", "exception", "{'types':['SPIKE'],'until':'2026-12-31','reason':'works'}");

        assertThat(excepted.status()).as(excepted.response().body()).isEqualTo(200);
        JsonNode told = work("GET", "exception", null).json();
        assertThat(told.get("types").toString()).contains("SPIKE");
        assertThat(told.get("until").asString()).isEqualTo("2026-12-31");
        assertThat(told.get("at").asString()).isEqualTo(TestClock.START.toString());
        assertThat(work("PUT", "exception", "{'types':['THEFT'],'reason':'x'}").status())
                .isEqualTo(400);
        assertThat(work("DELETE", "exception", null).status()).isEqualTo(204);
        assertThat(work("GET", "exception", null).status()).isEqualTo(404);
        CONSUMER.asked();
        assertThat(work("DELETE", "exception", null).status()).isEqualTo(404);
        assertThat(CONSUMER.asked())
                .as("whoever sends it again has the client judged again")
                .last()
                .isEqualTo("POST /internal/clients/C-000042/rejudge");
        Document kept = mongo.getCollection("client_decisions").find().first();
        assertThat(kept).isNotNull().containsKey("rebaseline").doesNotContainKey("exception");
    }

    @Test
    void scoresTheRulesByWhatTheSimulationHasPutIn() {
        LocalDate today = LocalDate.of(2026, 11, 24);
        for (int client = 1; client <= 4; client++) {
            stored.day("C-70000" + client, today, IntervalLength.HOUR, slot -> 1);
        }
        // Two were turned; of one a fall was told on its ninth day, and one case is of an innocent.
        PRODUCER.answers("GET /internal/truth", 200, """
                [{'clientId':'C-700001','kind':'bypass','type':'FRAUD','subtype':'DROP','startDay':'2026-11-10'},
                 {'clientId':'C-700002','kind':'bypass','type':'FRAUD','subtype':'DROP','startDay':'2026-11-10'}]""");
        stored.anomaly(Cases.drop("scored-1", "C-700001", TestClock.START));
        stored.anomaly(Cases.spike("scored-2", "C-700003", TestClock.START));

        JsonNode score = http.get("/api/v1/rules/score").json();

        JsonNode kind = score.at("/kinds/0");
        assertThat(kind.get("type").asString()).isEqualTo("FRAUD.DROP");
        assertThat(List.of(
                        kind.get("injected").intValue(),
                        kind.get("found").intValue(),
                        kind.get("named").intValue()))
                .containsExactly(2, 1, 1);
        assertThat(kind.get("medianDays").doubleValue()).isEqualTo(9);
        assertThat(score.get("falseCases").intValue()).isEqualTo(1);
        assertThat(score.get("precisionPercent").doubleValue()).isEqualTo(50);
        assertThat(score.get("recallPercent").doubleValue()).isEqualTo(50);
    }

    private Answer change(String rule, String body) {
        return send("PUT", "/api/v1/rules/" + rule, body, "operator");
    }

    private Answer backtest(String body) {
        return send("POST", "/api/v1/rules/backtest", body, "analyst");
    }

    private Answer work(String method, String what, @Nullable String body) {
        return send(method, "/api/v1/clients/C-000042/" + what, body, "analyst");
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
