package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A client's month.
 *
 * @param days how many days have readings
 * @param changePercent against the month before, null where there is none
 * @param anomalyScore 0 to 100
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
        int anomalyScore) {}
