package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A client's local day.
 *
 * @param minutes the interval length in which it was reported
 * @param completeness from 0 to 1: readings / expectedReadings
 * @param source window, held, restored or archive
 */
public record DailyConsumption(
        String clientId,
        LocalDate day,
        int minutes,
        BigDecimal totalKwh,
        BigDecimal nightKwh,
        BigDecimal morningKwh,
        BigDecimal afternoonKwh,
        BigDecimal eveningKwh,
        int readings,
        int expectedReadings,
        double completeness,
        boolean restored,
        String source) {}
