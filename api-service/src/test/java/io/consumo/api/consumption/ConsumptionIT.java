package io.consumo.api.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.store.MonthDays;
import io.consumo.model.store.MonthDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class ConsumptionIT {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Test
    void tellsADayExactly() {
        stored.day("day-exact", YESTERDAY, IntervalLength.HOUR, slot -> slot == 5 ? null : 1_000 + slot);

        JsonNode day = http.get("/api/v1/clients/day-exact/daily").content().get(0);

        assertThat(day.get("day").asString()).isEqualTo("2026-11-23");
        assertThat(day.get("minutes").intValue()).isEqualTo(60);
        // 23 slots of 0.1 kWh and the slots' numbers without the fifth.
        assertThat(kwh(day, "totalKwh")).isEqualByComparingTo("2.3271");
        assertThat(kwh(day, "nightKwh")).isEqualByComparingTo("0.5010");
        assertThat(kwh(day, "morningKwh")).isEqualByComparingTo("0.6051");
        assertThat(kwh(day, "afternoonKwh")).isEqualByComparingTo("0.6087");
        assertThat(kwh(day, "eveningKwh")).isEqualByComparingTo("0.6123");
        assertThat(day.get("readings").intValue()).isEqualTo(23);
        assertThat(day.get("expectedReadings").intValue()).isEqualTo(24);
        assertThat(day.get("restored").booleanValue()).isFalse();
        assertThat(day.get("source").asString()).isEqualTo("window");
    }

    @Test
    void takesTheFinestLengthThatCoversAnHourWhole() {
        stored.day("two-lengths", YESTERDAY, IntervalLength.HOUR, slot -> 10_000);
        stored.day("two-lengths", YESTERDAY, IntervalLength.QUARTER_HOUR, slot -> slot < 6 ? 1_000 : null);

        Answer days = http.get("/api/v1/clients/two-lengths/daily");

        assertThat(days.content().size()).isEqualTo(1);
        // The first hour from four quarters, the second from the whole hour, as its quarters are not all there.
        assertThat(kwh(days.content().get(0), "totalKwh")).isEqualByComparingTo("23.4");
        assertThat(http.get("/api/v1/daily?day=2026-11-23&clientId=two-lengths")
                        .json()
                        .get("page")
                        .get("totalElements")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void tellsTheHoursOfDaysWhenTheClockChanges() {
        LocalDate longDay = LocalDate.of(2026, 10, 25);
        LocalDate shortDay = LocalDate.of(2026, 3, 29);
        stored.day("clock", longDay, IntervalLength.HOUR, slot -> slot);
        stored.day("clock", shortDay, IntervalLength.HOUR, slot -> slot);

        Answer october = http.get("/api/v1/clients/clock/hourly?from=2026-10-25&to=2026-10-25");
        Answer march = http.get("/api/v1/clients/clock/hourly?from=2026-03-29&to=2026-03-29");

        assertThat(october.each("start"))
                .hasSize(25)
                .containsSequence("2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00");
        assertThat(march.each("start"))
                .hasSize(23)
                .containsSequence("2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00");
    }

    @Test
    void leavesOutHoursOfWhichNothingCameAndMarksEstimates() {
        stored.day("gaps", YESTERDAY, IntervalLength.HALF_HOUR, Quality.ESTIMATED, slot -> slot < 3 ? 500 : null);

        JsonNode hours = http.get("/api/v1/clients/gaps/hourly").content();

        assertThat(hours.size()).isEqualTo(2);
        assertThat(kwh(hours.get(0), "kwh")).isEqualByComparingTo("0.1");
        assertThat(kwh(hours.get(1), "kwh")).isEqualByComparingTo("0.05");
        assertThat(hours.get(0).get("quality").asString()).isEqualTo("ESTIMATED");
    }

    @Test
    void pagesThroughTheDaysOfAllClients() {
        LocalDate day = LocalDate.of(2020, 5, 1);
        for (String client : List.of("paged-a", "paged-b", "paged-c")) {
            stored.day(client, day, IntervalLength.HOUR, slot -> 1);
            stored.day(client, day.plusDays(1), IntervalLength.HOUR, slot -> 1);
        }
        stored.day("paged-a", day, IntervalLength.QUARTER_HOUR, slot -> 1);
        String range = "/api/v1/daily?from=2020-05-01&to=2020-05-02";

        Answer first = http.get(range + "&size=4");
        Answer last = http.get(range + "&size=4&page=1");

        assertThat(http.get("/api/v1/clients/paged-b/daily?from=2020-05-01&to=2020-05-02&size=1&page=1")
                        .each("day"))
                .containsExactly("2020-05-02");
        assertThat(first.each("clientId")).containsExactly("paged-a", "paged-b", "paged-c", "paged-a");
        assertThat(last.each("clientId")).containsExactly("paged-b", "paged-c");
        assertThat(first.json().get("page").get("totalElements").intValue()).isEqualTo(6);
        assertThat(first.json().get("page").get("totalPages").intValue()).isEqualTo(2);
        assertThat(http.get(range + "&sort=clientId,desc&size=2").each("day"))
                .containsExactly("2020-05-01", "2020-05-02");
        assertThat(http.get(range + "&clientId=paged-b").each("day")).containsExactly("2020-05-02", "2020-05-01");
    }

    @Test
    void pagesThroughADayOfManyClients() {
        List<String> clients =
                IntStream.range(0, 205).mapToObj("many-%03d"::formatted).toList();
        for (String client : clients) {
            stored.day(client, LocalDate.of(2020, 6, 1), IntervalLength.HOUR, slot -> 1);
        }
        stored.day("many-100", LocalDate.of(2020, 6, 1), IntervalLength.QUARTER_HOUR, slot -> 1);

        List<Answer> pages = IntStream.range(0, 5)
                .mapToObj(page -> http.get("/api/v1/daily?day=2020-06-01&size=60&page=" + page))
                .toList();

        assertThat(pages.stream().flatMap(page -> page.each("clientId").stream()))
                .containsExactlyElementsOf(clients);
        assertThat(pages).allSatisfy(page -> assertThat(
                        page.json().get("page").get("totalElements").intValue())
                .isEqualTo(205));
        assertThat(http.get("/api/v1/daily?day=2020-06-02").content().size()).isZero();
    }

    @Test
    void knowsAClientWithoutReadingsInTheRangeFromAnUnknownOne() {
        stored.day("long-ago", LocalDate.of(2025, 1, 1), IntervalLength.HOUR, slot -> 1);

        assertThat(http.get("/api/v1/clients/long-ago/daily").content().size()).isZero();
        Answer unknown = http.get("/api/v1/clients/nobody/daily");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("type").asString()).isEqualTo("urn:consumo:problem:unknown-client");
        assertThat(http.get("/api/v1/clients/nobody/hourly").status()).isEqualTo(404);
        assertThat(http.get("/api/v1/clients/nobody/monthly").status()).isEqualTo(404);
        assertThat(http.get("/api/v1/clients/nobody/anomalies").status()).isEqualTo(404);
        assertThat(http.get("/api/v1/clients/nobody").status()).isEqualTo(404);
    }

    @Test
    void saysOfWhichYearsAMonthMayBe() {
        assertThat(http.get("/api/v1/clients/monthly/monthly?from=1800-01")
                        .json()
                        .get("detail")
                        .asString())
                .contains("1900 to 2999");
    }

    @Test
    void tellsMonthsBesideTheMonthBefore() {
        stored.month(month("monthly", "2026-09", 300_000, 30, 0));
        stored.month(month("monthly", "2026-10", 330_000, 31, 72));

        JsonNode october = http.get("/api/v1/clients/monthly/monthly?from=2026-10-01&to=2026-10")
                .content()
                .get(0);

        assertThat(october.get("month").asString()).isEqualTo("2026-10");
        assertThat(kwh(october, "totalKwh")).isEqualByComparingTo("33");
        assertThat(kwh(october, "averageDailyKwh")).isEqualByComparingTo("1.0645");
        assertThat(kwh(october, "previousMonthKwh")).isEqualByComparingTo("30");
        assertThat(october.get("changePercent").doubleValue()).isEqualTo(10.0);
        assertThat(october.get("anomalyScore").intValue()).isEqualTo(72);
        assertThat(http.get("/api/v1/clients/monthly/monthly").each("month")).containsExactly("2026-09", "2026-10");
        assertThat(http.get("/api/v1/clients/monthly/monthly?to=2026-09")
                        .content()
                        .get(0)
                        .get("changePercent")
                        .isNull())
                .isTrue();
        assertThat(http.get("/api/v1/monthly?month=2026-09").each("clientId")).contains("monthly");
    }

    private static BigDecimal kwh(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }

    private static MonthDocument month(String client, String month, long total, int days, int score) {
        MonthDays.Day day = new MonthDays.Day(60, 1, 0, 0, 0, 0, 24, 24, 0, 0, List.of());
        SortedMap<Integer, MonthDays.Day> each = new TreeMap<>();
        for (int number = 1; number <= days; number++) {
            each.put(number, day);
        }
        return new MonthDocument(
                MonthDocument.idOf(client, month),
                client,
                month,
                total,
                total / 10,
                total / 5,
                total / 5,
                total / 2,
                days,
                MonthDays.of(each),
                MonthDocument.HourProfile.of(List.of(), List.of(), List.of()),
                MonthDocument.HourProfile.of(List.of(), List.of(), List.of()),
                score,
                1);
    }
}
