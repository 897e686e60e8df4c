package io.consumo.model.api;

import io.consumo.model.Band;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How consumption is spread over the bands of the day, beside as many days before.
 *
 * @param clientId null for all clients
 */
public record BandComparison(
        @Nullable String clientId, LocalDate from, LocalDate to, BigDecimal totalKwh, List<Entry> bands) {

    /**
     * One band.
     *
     * @param sharePercent of the total
     * @param previousKwh in as many days before
     * @param changePercent against these; null where there was nothing
     */
    public record Entry(
            Band band,
            BigDecimal kwh,
            double sharePercent,
            BigDecimal previousKwh,
            @Nullable Double changePercent) {}
}
