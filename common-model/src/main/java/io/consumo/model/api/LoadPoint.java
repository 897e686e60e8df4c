package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Total energy of all clients in one clock hour, and what is usual for this hour on such a day of the week.
 *
 * @param kwh null where nothing was received
 * @param usualLowKwh null where there is too little history
 * @param completeness from 0 to 1: clients that reported, of those seen in the window
 */
public record LoadPoint(
        OffsetDateTime start,
        @Nullable BigDecimal kwh,
        @Nullable BigDecimal usualLowKwh,
        @Nullable BigDecimal usualKwh,
        @Nullable BigDecimal usualHighKwh,
        double completeness) {}
