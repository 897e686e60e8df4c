package io.consumo.model.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legitimate change of a client's consumption: what was before it no longer tells what is normal.
 *
 * @param from the first day of the new normal
 * @param reason why, in words
 * @param by who said so; null in a request
 * @param at when; null in a request
 */
public record Rebaseline(
        LocalDate from,
        String reason,
        @Nullable String by,
        @Nullable Instant at) {}
