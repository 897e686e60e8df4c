package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Expectation;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * A day far below what is usual, as a bypass makes it.
 *
 * @param fallPercent under the usual day
 * @param missingKwh the least that the day must lie under the usual one
 */
public record DropRule(boolean enabled, double fallPercent, double missingKwh, int daysToOpen) implements AnomalyRule {

    public DropRule {
        Thresholds.requireBetween("fallPercent", fallPercent, 1, 100);
        Thresholds.requirePositive("missingKwh", missingKwh);
        Thresholds.requirePositive("daysToOpen", daysToOpen);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.FRAUD;
    }

    @Override
    public Optional<AnomalySubtype> subtype() {
        return Optional.of(AnomalySubtype.DROP);
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Expectation usual) {
        double missing = usual.total() - day.total();
        double limit = Math.max(usual.total() * fallPercent / 100, missingKwh);
        return day.isComplete() && missing >= limit
                ? Optional.of(Finding.beyond(missing / limit * (1 + missing / usual.total()) / 1.5, Map.of()))
                : Optional.empty();
    }
}
