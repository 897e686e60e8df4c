package io.consumo.api.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.Http;
import io.consumo.api.Http.Answer;
import io.consumo.api.OnThrowawayStores;
import io.consumo.api.Stored;
import io.consumo.model.IntervalLength;
import io.consumo.model.store.MonthDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OnThrowawayStores
class SummariesIT {

    @Autowired
    Http http;

    @Autowired
    Stored stored;

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
                .contains("months-0007,2022-01,0.0007,0.0000,0.0000,0.0000,0.0007,1,0.0007,,,0");
    }

    private void month(String client, String month, long total, int score) {
        MonthDocument.Day day = new MonthDocument.Day(60, total, 0, 0, 0, total, 24, 24, 0, List.of(), 0);
        stored.month(new MonthDocument(
                MonthDocument.idOf(client, month),
                client,
                month,
                total,
                0,
                0,
                0,
                total,
                Map.of(month + "-01", day),
                List.of(),
                List.of(),
                score,
                1));
    }
}
