package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One month of all clients.
 *
 * @param previous the month before; null where it has no readings
 * @param yearBefore the same month of the year before; null where it has no readings
 * @param compared the month's days that are compared: all, or while it runs, those that are over
 * @param comparedPrevious the same days of the month before
 * @param comparedYearBefore the same days of the year before
 * @param changePercent of what is compared with the month before
 * @param yearChangePercent of what is compared with the year before
 * @param scores how many clients have an anomaly score in each range, from 0 up
 * @param rises the clients that rose most in kWh of what is compared with the month before, of those that have both
 * @param falls the clients that fell most
 */
public record MonthSummary(
        MonthTotals totals,
        @Nullable MonthTotals previous,
        @Nullable MonthTotals yearBefore,
        @Nullable MonthTotals compared,
        @Nullable MonthTotals comparedPrevious,
        @Nullable MonthTotals comparedYearBefore,
        @Nullable Double changePercent,
        @Nullable Double yearChangePercent,
        List<ScoreRange> scores,
        List<MonthlyConsumption> rises,
        List<MonthlyConsumption> falls) {

    /**
     * Sums over clients.
     *
     * @param lastDay up to which they sum, from the month's first; the day before that one where there is none yet
     */
    public record MonthTotals(
            YearMonth month,
            LocalDate lastDay,
            int clients,
            BigDecimal totalKwh,
            BigDecimal nightKwh,
            BigDecimal morningKwh,
            BigDecimal afternoonKwh,
            BigDecimal eveningKwh) {}

    /** Clients whose score lies from the one to the other, both included. */
    public record ScoreRange(int from, int to, int clients) {}
}
