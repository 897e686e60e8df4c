package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Expectation;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * A night that takes a share of the day which is foreign to this client.
 *
 * @param extraKw the least mean extra load of the night hours, midnight to six
 * @param shareRisePoints the least rise of the night's share of the day, in percentage points
 */
public record NightPatternRule(boolean enabled, double extraKw, double shareRisePoints, int daysToOpen)
        implements AnomalyRule {

    private static final int NIGHT_HOURS = 6;

    public NightPatternRule {
        Thresholds.requirePositive("extraKw", extraKw);
        Thresholds.requireBetween("shareRisePoints", shareRisePoints, 1, 100);
        Thresholds.requirePositive("daysToOpen", daysToOpen);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.NIGHT_PATTERN;
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Expectation usual) {
        if (!day.isComplete() || day.total() == 0) {
            return Optional.empty();
        }
        double night = day.total(0, NIGHT_HOURS);
        double usualNight = usual.total(0, NIGHT_HOURS);
        double extra = (night - usualNight) / NIGHT_HOURS;
        double share = 100 * night / day.total();
        double usualShare = 100 * usualNight / Math.max(usual.total(0, DayCurve.HOURS), 1e-9);
        if (extra < extraKw || share - usualShare < shareRisePoints) {
            return Optional.empty();
        }
        return Optional.of(Finding.beyond(
                extra / extraKw, Map.of("kw", extra, "nightShare", share, "usualNightShare", usualShare)));
    }
}
