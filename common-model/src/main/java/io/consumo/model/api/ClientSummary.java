package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client in the list.
 *
 * @param averageDailyKwh over the active window
 * @param nightShare from 0 to 1
 * @param completeness from 0 to 1
 * @param recentKwh one entry a day of the active window up to yesterday, oldest first; null where nothing was received
 */
public record ClientSummary(
        String clientId,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal averageDailyKwh,
        double nightShare,
        double completeness,
        int openAnomalies,
        List<@Nullable BigDecimal> recentKwh) {}
