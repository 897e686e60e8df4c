package io.consumo.api.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.model.IntervalLength;
import io.consumo.model.store.MonthDays;
import io.consumo.model.store.MonthDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class ClientsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    Http http;

    @Autowired
    Stored stored;

    @Test
    void summarizesTheWindowWithoutTodayWhichIsUnderWay() {
        stored.day("Summary-1", TODAY.minusDays(60), IntervalLength.HOUR, slot -> 90_000);
        stored.day("Summary-1", TODAY.minusDays(2), IntervalLength.HOUR, slot -> slot < 6 ? 20_000 : 10_000);
        stored.day("Summary-1", TODAY.minusDays(1), IntervalLength.HOUR, slot -> slot < 12 ? 10_000 : null);
        stored.day("Summary-1", TODAY, IntervalLength.HOUR, slot -> slot < 3 ? 50_000 : null);

        JsonNode client = http.get("/api/v1/clients/Summary-1").json();

        assertThat(client.get("firstDay").asString()).isEqualTo("2026-09-25");
        assertThat(client.get("lastDay").asString()).isEqualTo("2026-11-24");
        assertThat(client.get("averageDailyKwh").decimalValue()).isEqualByComparingTo("21");
        assertThat(client.get("nightShare").doubleValue()).isEqualTo(18.0 / 42);
        assertThat(client.get("completeness").doubleValue()).isEqualTo(36.0 / 48);
        assertThat(client.get("openAnomalies").intValue()).isZero();
        JsonNode recent = client.get("recentKwh");
        assertThat(recent.size()).isEqualTo(30);
        assertThat(recent.get(28).decimalValue()).isEqualByComparingTo("30");
        assertThat(recent.get(29).decimalValue()).isEqualByComparingTo("12");
        assertThat(recent.get(27).isNull()).isTrue();
    }

    @Test
    void knowsAClientWhoseDaysHaveAllLeftTheWindow() {
        stored.month(month("Left", "2026-08", 31));
        stored.month(month("Left", "2026-09", 10, 11));

        JsonNode client = http.get("/api/v1/clients/Left").json();

        assertThat(client.get("firstDay").asString()).isEqualTo("2026-08-31");
        assertThat(client.get("lastDay").asString()).isEqualTo("2026-09-11");
        assertThat(client.get("averageDailyKwh").decimalValue()).isEqualByComparingTo("2.4");
        assertThat(client.get("nightShare").doubleValue()).isEqualTo(0.25);
        assertThat(client.get("completeness").doubleValue()).isEqualTo(3.0 / 12);
        assertThat(client.get("recentKwh")).hasSize(30).allMatch(JsonNode::isNull);
        assertThat(http.get("/api/v1/clients?q=Left").content()).containsExactly(client);
        assertThat(http.get("/api/v1/clients/Lef").status()).isEqualTo(404);
    }

    private static MonthDocument month(String client, String month, int... days) {
        MonthDays.Day day = new MonthDays.Day(60, 24_000, 6_000, 6_000, 6_000, 6_000, 24, 24, 0, 0, List.of());
        SortedMap<Integer, MonthDays.Day> each = new TreeMap<>();
        for (int number : days) {
            each.put(number, day);
        }
        MonthDocument.HourProfile none = MonthDocument.HourProfile.of(List.of(), List.of(), List.of());
        long band = 6_000L * days.length;
        return new MonthDocument(
                MonthDocument.idOf(client, month),
                client,
                month,
                4 * band,
                band,
                band,
                band,
                band,
                days.length,
                MonthDays.of(each),
                none,
                none,
                0,
                1);
    }

    @Test
    void findsByAPartOfTheIdAndSorts() {
        stored.day("Found-A1", TODAY, IntervalLength.HOUR, slot -> 10_000);
        stored.day("Found-A2", TODAY, IntervalLength.HOUR, slot -> 30_000);
        stored.day("Found-A3", TODAY, IntervalLength.HOUR, slot -> 20_000);

        assertThat(http.get("/api/v1/clients?q=found-a").each("clientId"))
                .containsExactly("Found-A1", "Found-A2", "Found-A3");
        assertThat(http.get("/api/v1/clients?q=nd-A&sort=averageDailyKwh,desc&size=2")
                        .each("clientId"))
                .containsExactly("Found-A2", "Found-A3");
        assertThat(http.get("/api/v1/clients?q=nd-A&size=2&page=1").each("clientId"))
                .containsExactly("Found-A3");
        assertThat(http.get("/api/v1/clients?q=no-such")
                        .json()
                        .get("page")
                        .get("totalElements")
                        .intValue())
                .isZero();
    }

    @Test
    void theListSaysOfAClientWhatItsOwnAnswerSays() {
        LocalDate clockChange = LocalDate.of(2026, 10, 25);
        stored.day("Same-hours", clockChange, IntervalLength.HOUR, slot -> slot == 20 ? null : 1_000 * slot);
        stored.day("Same-hours", clockChange.plusDays(3), IntervalLength.HOUR, slot -> 500);
        stored.day("Same-quarters", clockChange, IntervalLength.QUARTER_HOUR, slot -> slot % 7 == 0 ? null : slot);
        stored.day("Same-changed", clockChange, IntervalLength.HOUR, slot -> 1_000 * slot);
        stored.day("Same-changed", clockChange, IntervalLength.HALF_HOUR, slot -> slot % 5 == 0 ? null : 700);
        stored.day("Same-changed", clockChange.plusDays(1), IntervalLength.HALF_HOUR, slot -> 300);
        stored.day("Same-today", TODAY, IntervalLength.HOUR, slot -> slot < 9 ? 300 : null);
        stored.day("Same-window", TODAY.minusDays(31), IntervalLength.HOUR, slot -> 90_000);
        stored.day("Same-window", TODAY.minusDays(30), IntervalLength.HOUR, slot -> 500);
        stored.day("Same-window", TODAY, IntervalLength.HOUR, slot -> slot < 9 ? 300 : null);

        JsonNode list = http.get("/api/v1/clients?q=Same-").json().get("content");

        assertThat(list.size()).isEqualTo(5);
        list.forEach(client -> assertThat(
                        http.get("/api/v1/clients/" + client.get("clientId").asString())
                                .json())
                .isEqualTo(client));
    }
}
