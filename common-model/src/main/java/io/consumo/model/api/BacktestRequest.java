package io.consumo.model.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks what changed rules would find.
 *
 * @param rules what is tried, by the rule's key
 * @param from the first day whose cases are compared; null for the window's first
 * @param to the last; null for yesterday
 */
public record BacktestRequest(
        Map<String, Trial> rules,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public BacktestRequest {
        rules = Map.copyOf(Objects.requireNonNullElse(rules, Map.of()));
    }

    /** A rule as it is tried; what is left out stays as it is live. */
    public record Trial(@Nullable Boolean enabled, Map<String, Double> thresholds) {

        public Trial {
            thresholds = Map.copyOf(Objects.requireNonNullElse(thresholds, Map.of()));
        }
    }
}
