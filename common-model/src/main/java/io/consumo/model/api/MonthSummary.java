package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One month of all clients.
 *
 * @param previous the month before; null where it has no readings
 * @param yearBefore the same month of the year before; null where it has no readings
 * @param scores how many clients have an anomaly score in each range, from 0 up
 * @param rises the clients that rose most in kWh against the month before, of those that have both
 * @param falls the clients that fell most
 */
public record MonthSummary(
        MonthTotals totals,
        @Nullable MonthTotals previous,
        @Nullable MonthTotals yearBefore,
        @Nullable Double changePercent,
        List<ScoreRange> scores,
        List<MonthlyConsumption> rises,
        List<MonthlyConsumption> falls) {

    /** Sums over clients. */
    public record MonthTotals(
            YearMonth month,
            int clients,
            BigDecimal totalKwh,
            BigDecimal nightKwh,
            BigDecimal morningKwh,
            BigDecimal afternoonKwh,
            BigDecimal eveningKwh) {}

    /** Clients whose score lies from the one to the other, both included. */
    public record ScoreRange(int from, int to, int clients) {}
}
