package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Expectation;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * A day far above what is usual. What has been measured of the day is compared with the usual whole day, so the verdict
 * on a day that is still running can only turn from no to yes.
 *
 * @param risePercent over the usual day
 * @param excessKwh the least that the day must lie above the usual one
 * @param usualKwh the least that is usual for the client; over next to nothing any life is a rise
 */
public record SpikeRule(boolean enabled, double risePercent, double excessKwh, double usualKwh, int daysToOpen)
        implements AnomalyRule {

    public SpikeRule {
        Thresholds.requirePositive("risePercent", risePercent);
        Thresholds.requirePositive("excessKwh", excessKwh);
        Thresholds.requirePositive("usualKwh", usualKwh);
        Thresholds.requirePositive("daysToOpen", daysToOpen);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.SPIKE;
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Expectation usual) {
        double limit = Math.max(usual.total() * (1 + risePercent / 100), usual.total() + excessKwh);
        if (usual.total() < usualKwh || day.total() <= limit) {
            return Optional.empty();
        }
        return Optional.of(Finding.beyond(day.total() / limit, Map.of()));
    }
}
