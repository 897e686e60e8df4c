package io.consumo.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a simulation is.
 *
 * @param status WAITING, RUNNING, DONE or FAILED
 * @param done intervals that were simulated so far
 * @param expected intervals in all, 0 while that is unknown
 * @param readings what was sent in the end: fewer than intervals, when a meter is silent
 */
public record SimulationRun(
        String id,
        String mode,
        int clients,
        String status,
        long done,
        long expected,
        @Nullable Long readings,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error) {}
