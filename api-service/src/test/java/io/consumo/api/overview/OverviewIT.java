package io.consumo.api.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.api.TestClock;
import io.consumo.api.anomalies.Cases;
import io.consumo.model.IntervalLength;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class OverviewIT {

    private static final Instant NOW = TestClock.START;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Autowired
    MongoDatabase mongo;

    @BeforeEach
    @AfterEach
    void forget() {
        mongo.getCollection("anomalies").deleteMany(new Document());
        mongo.getCollection("case_decisions").deleteMany(new Document());
        stored.sql("delete from consumption.daily_consumption");
        stored.sql("delete from consumption.ingest_progress");
    }

    @Test
    void tellsTodayBesideTheSameHoursOfYesterday() {
        stored.day("hourly", TODAY.minusDays(1), IntervalLength.HOUR, slot -> 10_000);
        stored.day("hourly", TODAY, IntervalLength.HOUR, slot -> slot < 12 ? 20_000 : null);
        stored.day("quarters", TODAY, IntervalLength.QUARTER_HOUR, slot -> slot < 13 * 4 ? 1_000 : null);
        stored.day("gone", TODAY.minusDays(29), IntervalLength.HOUR, slot -> 10_000);
        stored.day("long-gone", TODAY.minusDays(31), IntervalLength.HOUR, slot -> 10_000);
        stored.sql(
                "insert into consumption.ingest_progress values (3, 500, '2026-11-24T11:29:58Z'), (4, 7, now() - interval '10 years')");

        JsonNode overview = http.get("/api/v1/overview").json();

        assertThat(overview.get("clients").intValue()).isEqualTo(3);
        assertThat(overview.get("clientsReporting").intValue()).isEqualTo(2);
        assertThat(overview.get("kwhToday").decimalValue()).isEqualByComparingTo("29.2");
        assertThat(overview.get("kwhYesterdaySameHours").decimalValue()).isEqualByComparingTo("13");
        assertThat(overview.get("readingsToday").intValue()).isEqualTo(64);
        assertThat(overview.get("lastReadingAt").asString()).isEqualTo("2026-11-24T11:29:58Z");
        assertThat(overview.get("zone").asString()).isEqualTo("Europe/Madrid");
        assertThat(overview.get("demoPasswords").booleanValue()).isTrue();
        assertThat(overview.get("stores").get("postgres").asString()).isEqualTo("UP");
        assertThat(overview.get("stores").get("mongodb").asString()).isEqualTo("UP");
        assertThat(overview.get("stores").get("kafka").asString()).isEqualTo("UP");
        JsonNode kwh = overview.get("sparklines").get("kwh");
        assertThat(kwh.size()).isEqualTo(24);
        assertThat(kwh.get(23).decimalValue()).as("12:00").isEqualByComparingTo("0.4");
        assertThat(kwh.get(22).decimalValue()).as("11:00").isEqualByComparingTo("2.4");
        assertThat(kwh.get(0).decimalValue()).as("13:00 yesterday").isEqualByComparingTo("1");
        assertThat(overview.get("sparklines").get("clients").get(22).intValue()).isEqualTo(2);
        assertThat(overview.get("sparklines").get("readings").get(22).intValue())
                .isEqualTo(5);
    }

    @Test
    void isEmptyBeforeTheFirstReading() {
        JsonNode overview = http.get("/api/v1/overview").json();

        assertThat(overview.get("clients").intValue()).isZero();
        assertThat(overview.get("kwhToday").decimalValue()).isEqualByComparingTo("0");
        assertThat(overview.get("kwhYesterdaySameHours").isNull()).isTrue();
        assertThat(overview.get("lastReadingAt").isNull()).isTrue();
        assertThat(overview.get("sparklines").get("kwh").get(0).isNull()).isTrue();
        assertThat(overview.get("lostMoney").get("currency").asString()).isEqualTo("EUR");
        assertThat(http.get("/api/v1/overview/load").json().size()).isEqualTo(48);
    }

    @Test
    void countsACaseAsOpenUntilItWasDecided() {
        stored.anomaly(Cases.drop("decided", "cased", NOW.minus(Duration.ofHours(60))));
        Answer confirmed = http.send(
                "PATCH",
                "/api/v1/anomalies/decided",
                "{\"status\":\"CONFIRMED\"}",
                Http.basic("analyst"),
                "Content-Type",
                "application/json");
        assertThat(confirmed.status()).as(confirmed.response().body()).isEqualTo(200);

        JsonNode overview = http.get("/api/v1/overview").json();

        assertThat(overview.get("openAnomalies").get("FRAUD").intValue()).isZero();
        assertThat(overview.at("/sparklines/open/22").intValue()).isEqualTo(1);
        assertThat(overview.get("lagSeconds").isNull())
                .as("the consumer does not tell")
                .isTrue();
    }

    @Test
    void countsOpenCasesAndWhatIsLost() {
        stored.anomaly(Cases.drop("one", "cased", NOW.minus(Duration.ofHours(3))));
        stored.anomaly(Cases.drop("two", "cased", NOW.minus(Duration.ofHours(40))));
        stored.anomaly(Cases.spike("three", "cased", NOW.minus(Duration.ofMinutes(5))));
        stored.anomaly(Cases.closed(
                Cases.drop("over", "cased", NOW.minus(Duration.ofHours(40))), NOW.minus(Duration.ofHours(10))));

        JsonNode overview = http.get("/api/v1/overview").json();

        assertThat(overview.get("openAnomalies").get("FRAUD").intValue()).isEqualTo(2);
        assertThat(overview.get("openAnomalies").get("SPIKE").intValue()).isEqualTo(1);
        assertThat(overview.get("openAnomalies").get("SILENT").intValue()).isZero();
        assertThat(overview.get("openBySeverity").get("CRITICAL").intValue()).isEqualTo(1);
        assertThat(overview.get("lostMoney").get("mid").decimalValue()).isEqualByComparingTo("241");
        JsonNode open = overview.get("sparklines").get("open");
        assertThat(open.size()).isEqualTo(24);
        assertThat(open.get(0).intValue()).isEqualTo(2);
        assertThat(open.get(15).intValue()).as("one closed").isEqualTo(1);
        assertThat(open.get(22).intValue()).as("one more opened").isEqualTo(2);
        assertThat(open.get(23).intValue()).as("now").isEqualTo(3);
    }

    @Test
    void tellsTheLoadBesideWhatIsUsualForTheHour() {
        for (int back = 1; back <= 20; back++) {
            int kwh = back;
            stored.day("load", TODAY.minusDays(back), IntervalLength.HOUR, slot -> kwh * 10_000);
        }
        stored.day("load", TODAY, IntervalLength.HOUR, slot -> slot < 12 ? 50_000 : null);
        stored.day("half", TODAY.minusDays(1), IntervalLength.HOUR, slot -> 10_000);
        stored.day("half", TODAY.minusDays(1), IntervalLength.HALF_HOUR, slot -> slot < 2 ? 10_000 : null);

        JsonNode load = http.get("/api/v1/overview/load?hours=37").json();

        assertThat(load.size()).isEqualTo(37);
        JsonNode newest = load.get(36);
        assertThat(newest.get("start").asString()).isEqualTo("2026-11-24T12:00:00+01:00");
        assertThat(newest.get("kwh").isNull()).isTrue();
        assertThat(newest.get("usualKwh").isNull()).isFalse();
        assertThat(load.get(35).get("kwh").decimalValue()).isEqualByComparingTo("5");
        assertThat(load.get(35).get("completeness").doubleValue()).isEqualTo(0.5);
        assertThat(load.get(0).get("start").asString()).isEqualTo("2026-11-23T00:00:00+01:00");
        // One of the hourly client, two of the half hours that cover this hour whole.
        assertThat(load.get(0).get("kwh").decimalValue()).isEqualByComparingTo("3");
        assertThat(load.get(1).get("kwh").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void saysWhatToDoAboutPartsThatDoNotAnswer() {
        JsonNode parts = http.get("/api/v1/pipeline").json();

        assertThat(http.get("/api/v1/pipeline").each("name"))
                .containsExactly("producer", "kafka", "consumer", "postgres", "mongodb", "api", "archiver");
        assertThat(parts.get(0).get("status").asString()).isEqualTo("DOWN");
        assertThat(parts.get(0).get("advice").asString()).isEqualTo("restart-producer");
        assertThat(parts.get(0).get("detail").asString()).isNotBlank();
        assertThat(parts.get(1).get("status").asString()).isEqualTo("UP");
        assertThat(parts.get(3).get("status").asString()).isEqualTo("UP");
    }
}
