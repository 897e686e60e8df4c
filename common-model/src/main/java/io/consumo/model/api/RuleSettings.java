package io.consumo.model.api;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it judges now.
 *
 * @param rule its key, for instance {@code fraud.drop}
 * @param version counts changes; 0 while the rule is as it was shipped
 * @param changedBy null while the rule is as it was shipped
 */
public record RuleSettings(
        String rule,
        AnomalyType type,
        @Nullable AnomalySubtype subtype,
        boolean enabled,
        List<Threshold> thresholds,
        AnomalyStats.@Nullable RulePrecision precision,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        @Nullable String reason) {

    /**
     * A threshold.
     *
     * @param name as in the configuration, for instance {@code fallPercent}
     * @param standard what it is shipped as
     * @param unit {@code kWh}, {@code kW}, {@code %}, {@code h} or {@code d}; null of a plain ratio
     * @param lowest the least that is allowed
     * @param highest the most that is allowed; null where nothing limits it
     */
    public record Threshold(
            String name,
            double value,
            double standard,
            @Nullable String unit,
            double lowest,
            @Nullable Double highest) {}
}
