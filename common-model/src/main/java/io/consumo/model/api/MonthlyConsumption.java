package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A client's month.
 *
 * @param days how many days have readings
 * @param changePercent of what is compared, null where there was nothing
 * @param anomalyScore 0 to 100
 * @param comparedDays how many first days are compared with those of the month before: while a month runs, those that
 *     are over
 * @param comparedKwh of these days
 * @param comparedWithKwh of the same days of the month before, null where there is none
 */
public record MonthlyConsumption(
        String clientId,
        YearMonth month,
        BigDecimal totalKwh,
        BigDecimal nightKwh,
        BigDecimal morningKwh,
        BigDecimal afternoonKwh,
        BigDecimal eveningKwh,
        int days,
        BigDecimal averageDailyKwh,
        @Nullable BigDecimal previousMonthKwh,
        @Nullable Double changePercent,
        int anomalyScore,
        int comparedDays,
        BigDecimal comparedKwh,
        @Nullable BigDecimal comparedWithKwh) {}
