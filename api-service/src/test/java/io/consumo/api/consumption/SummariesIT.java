package io.consumo.api.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.api.TestClock;
import io.consumo.model.IntervalLength;
import io.consumo.model.store.MonthDays;
import io.consumo.model.store.MonthDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class SummariesIT {

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Autowired
    TestClock.Turned clock;

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    @Test
    void sumsAMonthAndTellsWhoRoseAndFell() {
        month("rising", "2024-05", 100, 0);
        month("rising", "2024-06", 400, 95);
        month("falling", "2024-05", 500, 0);
        month("falling", "2024-06", 50, 20);
        month("new", "2024-06", 9_000, 0);
        month("falling", "2023-06", 700, 0);

        JsonNode june = http.get("/api/v1/monthly/2024-06/summary").json();

        assertThat(june.get("totals").get("clients").intValue()).isEqualTo(3);
        assertThat(june.get("totals").get("totalKwh").decimalValue()).isEqualByComparingTo("0.9450");
        assertThat(june.get("previous").get("totalKwh").decimalValue()).isEqualByComparingTo("0.0600");
        assertThat(june.get("yearBefore").get("totalKwh").decimalValue()).isEqualByComparingTo("0.0700");
        assertThat(june.get("changePercent").doubleValue()).isEqualTo(1475.0);
        assertThat(june.get("scores").get(9).get("clients").intValue()).isEqualTo(1);
        assertThat(june.get("scores").get(2).get("clients").intValue()).isEqualTo(1);
        assertThat(june.get("scores").get(0).get("clients").intValue()).isEqualTo(1);
        assertThat(june.get("rises").size()).isEqualTo(1);
        assertThat(june.get("rises").get(0).get("clientId").asString()).isEqualTo("rising");
        assertThat(june.get("falls").get(0).get("clientId").asString()).isEqualTo("falling");

        Answer both = http.get("/api/v1/monthly/compare?months=2024-05,2024-06,1999-01");
        assertThat(both.each("month")).containsExactly("2024-05", "2024-06");
        assertThat(http.get("/api/v1/monthly/compare?months=May")
                        .json()
                        .get("field")
                        .asString())
                .isEqualTo("months");
        assertThat(http.get("/api/v1/monthly/compare").status()).isEqualTo(400);
    }

    @Test
    void comparesARunningMonthByTheDaysThatAreOver() {
        clock.turn(Duration.between(TestClock.START, Instant.parse("2031-11-21T11:00:00Z")));
        days("steady", "2031-10", 31, 1_000);
        days("steady", "2031-11", 21, 1_000);
        days("doubled", "2031-10", 31, 2_000);
        days("doubled", "2031-11", 21, 4_000);
        days("halved", "2031-10", 31, 6_000);
        days("halved", "2031-11", 21, 3_000);
        days("halved", "2030-11", 30, 5_000);

        JsonNode november = http.get("/api/v1/monthly/2031-11/summary").json();

        assertThat(november.get("totals").get("totalKwh").decimalValue()).isEqualByComparingTo("16.8");
        assertThat(november.get("totals").get("lastDay").asString()).isEqualTo("2031-11-21");
        assertThat(november.get("previous").get("totalKwh").decimalValue()).isEqualByComparingTo("27.9");
        assertThat(november.get("compared").get("totalKwh").decimalValue()).isEqualByComparingTo("16");
        assertThat(november.get("compared").get("lastDay").asString()).isEqualTo("2031-11-20");
        assertThat(november.get("comparedPrevious").get("lastDay").asString()).isEqualTo("2031-10-20");
        assertThat(november.get("changePercent").doubleValue()).isEqualTo(-11.1);
        assertThat(november.get("yearChangePercent").doubleValue()).isEqualTo(60);
        assertThat(november.get("rises").size()).isEqualTo(1);
        JsonNode doubled = november.get("rises").get(0);
        assertThat(doubled.get("changePercent").doubleValue()).isEqualTo(100);
        assertThat(doubled.get("comparedDays").intValue()).isEqualTo(20);
        assertThat(doubled.get("comparedKwh").decimalValue()).isEqualByComparingTo("8");
        assertThat(doubled.get("comparedWithKwh").decimalValue()).isEqualByComparingTo("4");
        assertThat(doubled.get("previousMonthKwh").decimalValue()).isEqualByComparingTo("6.2");
        assertThat(november.get("falls").get(0).get("clientId").asString()).isEqualTo("halved");
        assertThat(http.get("/api/v1/clients/steady/monthly")
                        .content()
                        .get(1)
                        .get("changePercent")
                        .doubleValue())
                .isZero();
        assertThat(http.get("/api/v1/monthly")
                        .content()
                        .get(0)
                        .get("changePercent")
                        .doubleValue())
                .isEqualTo(100);
        JsonNode both = http.get("/api/v1/monthly/compare?months=2031-11,2031-10&sameDays=true")
                .json();
        assertThat(both.get(1).get("totalKwh").decimalValue()).isEqualByComparingTo("18");
    }

    @Test
    void comparesNoMoreDaysThanTheShorterMonthHas() {
        clock.turn(Duration.between(TestClock.START, Instant.parse("2031-03-31T11:00:00Z")));
        days("short", "2031-02", 28, 1_000);
        days("short", "2031-03", 31, 1_000);

        JsonNode march = http.get("/api/v1/monthly/2031-03/summary").json();

        assertThat(march.get("compared").get("lastDay").asString()).isEqualTo("2031-03-28");
        assertThat(march.get("changePercent").doubleValue()).isZero();
    }

    @Test
    void comparesNothingOnTheFirstOfAMonth() {
        clock.turn(Duration.between(TestClock.START, Instant.parse("2032-06-01T11:00:00Z")));
        days("first", "2032-05", 31, 1_000);
        days("first", "2032-06", 1, 1_000);

        JsonNode june = http.get("/api/v1/monthly/2032-06/summary").json();

        assertThat(june.get("compared").get("lastDay").asString()).isEqualTo("2032-05-31");
        assertThat(june.get("changePercent").isNull()).isTrue();
        assertThat(june.get("rises").size()).isZero();
    }

    @Test
    void comparesNothingWithDaysBeforeTheFirstReading() {
        clock.turn(Duration.between(TestClock.START, Instant.parse("2033-04-21T11:00:00Z")));
        month("late", "2033-03", 30, 2, 1_000, 0);
        days("late", "2033-04", 21, 1_000);

        JsonNode april = http.get("/api/v1/monthly/2033-04/summary").json();

        assertThat(april.get("compared").get("totalKwh").decimalValue()).isEqualByComparingTo("2");
        assertThat(april.get("previous").get("totalKwh").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(april.get("comparedPrevious").isNull()).isTrue();
        assertThat(april.get("changePercent").isNull()).isTrue();
        assertThat(april.get("rises").size()).isZero();
    }

    @Test
    void comparesBandsWithAsManyDaysBefore() {
        LocalDate day = LocalDate.of(2025, 6, 3);
        stored.day("banded", day, IntervalLength.HOUR, slot -> slot < 6 ? 20_000 : 10_000);
        stored.day("banded", day.minusDays(1), IntervalLength.HOUR, slot -> 10_000);

        for (String asked : List.of("clientId=banded&", "")) {
            JsonNode bands = http.get("/api/v1/bands?" + asked + "from=2025-06-03&to=2025-06-03")
                    .json();
            assertThat(bands.get("totalKwh").decimalValue()).isEqualByComparingTo("30");
            JsonNode night = bands.get("bands").get(0);
            assertThat(night.get("band").asString()).isEqualTo("NIGHT");
            assertThat(night.get("kwh").decimalValue()).isEqualByComparingTo("12");
            assertThat(night.get("sharePercent").doubleValue()).isEqualTo(40);
            assertThat(night.get("previousKwh").decimalValue()).isEqualByComparingTo("6");
            assertThat(night.get("changePercent").doubleValue()).isEqualTo(100);
            assertThat(bands.get("bands").get(3).get("changePercent").doubleValue())
                    .isZero();
        }
        assertThat(http.get("/api/v1/bands?clientId=no-such").status()).isEqualTo(404);
    }

    @Test
    void comparesBandsWithArchivedDaysToo() {
        month("archived", "2021-09", 1, 30, 1_000, 0);
        month("archived", "2021-10", 1, 5, 1_000, 0);
        for (int day = 2; day <= 5; day++) {
            stored.day("archived", LocalDate.of(2021, 10, day), IntervalLength.HOUR, slot -> slot == 20 ? 1_000 : 0);
        }
        stored.sql(
                "insert into consumption.day_state (day, sealed_at)"
                        + " select day, now() from generate_series(date '2021-09-01', date '2021-10-02', interval '1 day') day");
        // As the archiver does; the third of October it has not come to yet.
        stored.sql("delete from consumption.daily_consumption where day = date '2021-10-02'");
        try {
            for (String asked : List.of("clientId=archived&", "")) {
                JsonNode bands = http.get("/api/v1/bands?" + asked + "from=2021-10-02&to=2021-10-05")
                        .json();
                assertThat(bands.get("totalKwh").decimalValue()).isEqualByComparingTo("0.4");
                JsonNode evening = bands.get("bands").get(3);
                assertThat(evening.get("kwh").decimalValue()).isEqualByComparingTo("0.4");
                assertThat(evening.get("previousKwh").decimalValue()).isEqualByComparingTo("0.4");
                assertThat(evening.get("changePercent").doubleValue()).isZero();

                JsonNode september = http.get("/api/v1/bands?" + asked + "from=2021-09-11&to=2021-09-20")
                        .json();
                assertThat(september.get("totalKwh").decimalValue()).isEqualByComparingTo("1");
            }
        } finally {
            stored.sql("delete from consumption.day_state where day < date '2021-11-01'");
        }
    }

    @Test
    void exportsDaysAndMonthsAsCsv() {
        LocalDate day = LocalDate.of(2025, 5, 1);
        for (int client = 0; client < 3; client++) {
            stored.day("csv-" + client, day, IntervalLength.HOUR, slot -> 10_000);
        }
        stored.day("csv-0", day, IntervalLength.QUARTER_HOUR, slot -> 5_000);
        stored.day("=cmd|calc", day.plusDays(1), IntervalLength.HOUR, slot -> 1);

        Answer days = http.get("/api/v1/daily.csv?from=2025-05-01&to=2025-05-02");
        assertThat(days.header("Content-Type")).startsWith("text/csv").containsIgnoringCase("utf-8");
        assertThat(days.header("Content-Disposition")).contains("daily.csv");
        assertThat(days.response().body().lines())
                .hasSize(5)
                .startsWith("clientId,day,minutes,totalKwh,nightKwh,morningKwh,afternoonKwh,eveningKwh,readings,"
                        + "expectedReadings,completeness,restored,source")
                .contains("csv-1,2025-05-01,60,24.0000,6.0000,6.0000,6.0000,6.0000,24,24,1.0,false,window")
                .anyMatch(line -> line.startsWith("csv-0,2025-05-01,15,48.0000"))
                .anyMatch(line -> line.startsWith("'=cmd|calc,2025-05-02"));
        assertThat(http.get("/api/v1/daily.csv?day=2025-05-01&clientId=csv-2")
                        .response()
                        .body()
                        .lines())
                .hasSize(2);

        for (int client = 0; client < 1_100; client++) {
            month("months-%04d".formatted(client), "2022-01", client, 0);
        }
        assertThat(http.get("/api/v1/monthly.csv?month=2022-01")
                        .response()
                        .body()
                        .lines())
                .hasSize(1_101)
                .doesNotHaveDuplicates()
                .contains("months-0007,2022-01,0.0007,0.0000,0.0000,0.0000,0.0007,1,0.0007,,,0,31,0.0007,");
    }

    private void month(String client, String month, long total, int score) {
        month(client, month, 1, total, score);
    }

    private void days(String client, String month, int days, long daily) {
        month(client, month, days, daily, 0);
    }

    private void month(String client, String month, int days, long daily, int score) {
        month(client, month, 1, days, daily, score);
    }

    private void month(String client, String month, int first, int days, long daily, int score) {
        MonthDays.Day day = new MonthDays.Day(60, daily, 0, 0, 0, daily, 24, 24, 0, 0, List.of());
        SortedMap<Integer, MonthDays.Day> each = new TreeMap<>();
        for (int number = first; number < first + days; number++) {
            each.put(number, day);
        }
        stored.month(new MonthDocument(
                MonthDocument.idOf(client, month),
                client,
                month,
                days * daily,
                0,
                0,
                0,
                days * daily,
                days,
                MonthDays.of(each),
                MonthDocument.HourProfile.of(List.of(), List.of(), List.of()),
                MonthDocument.HourProfile.of(List.of(), List.of(), List.of()),
                score,
                1));
    }
}
