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
 * Nothing where there was life.
 *
 * @param maximumKwh of the day
 * @param usualKwh the least that is usual for the client
 */
public record ZeroRule(boolean enabled, double maximumKwh, double usualKwh, int daysToOpen) implements AnomalyRule {

    public ZeroRule {
        Thresholds.requirePositive("usualKwh", usualKwh);
        Thresholds.requireBetween("maximumKwh", maximumKwh, 0, usualKwh / 2);
        Thresholds.requirePositive("daysToOpen", daysToOpen);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.FRAUD;
    }

    @Override
    public Optional<AnomalySubtype> subtype() {
        return Optional.of(AnomalySubtype.ZERO);
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Expectation usual) {
        return day.isComplete() && day.total() <= maximumKwh && usual.total() >= usualKwh
                ? Optional.of(Finding.beyond(usual.total() / usualKwh, Map.of()))
                : Optional.empty();
    }
}
