package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A client in the list.
 *
 * @param averageDailyKwh over the active window
 * @param nightShare from 0 to 1
 * @param completeness from 0 to 1
 */
public record ClientSummary(
        String clientId,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal averageDailyKwh,
        double nightShare,
        double completeness,
        int openAnomalies) {}
