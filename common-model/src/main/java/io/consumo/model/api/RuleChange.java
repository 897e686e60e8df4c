package io.consumo.model.api;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a rule.
 *
 * @param enabled null leaves it as it is
 * @param thresholds by name; those left out stay as they are
 * @param version what the change starts from; null overwrites whatever is there
 */
public record RuleChange(
        @Nullable Boolean enabled,
        Map<String, Double> thresholds,
        @Nullable String reason,
        @Nullable Integer version) {

    public RuleChange {
        thresholds = Map.copyOf(Objects.requireNonNullElse(thresholds, Map.of()));
    }
}
