package io.consumo.model.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An anomaly that the simulation put into a client's readings.
 *
 * @param kind how it was made
 * @param type what a detector should call it
 * @param endDay its last day, null while it goes on
 */
public record InjectedTruth(
        String clientId,
        String kind,
        String type,
        @Nullable String subtype,
        LocalDate startDay,
        @Nullable LocalDate endDay) {}
