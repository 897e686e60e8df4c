package io.consumo.model.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks the producer for simulated readings.
 *
 * @param mode {@code once} (the next day) or {@code backfill} (the days up to yesterday)
 * @param clients how many, from C-000001 on
 * @param days of a backfill
 * @param anomalies share of the clients that goes wrong, from 0 to 1
 */
public record SimulationRequest(
        @Nullable String mode,
        @Nullable Integer clients,
        @Nullable Integer days,
        @Nullable Double anomalies) {}
