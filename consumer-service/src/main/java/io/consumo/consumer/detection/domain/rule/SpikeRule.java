package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.consumer.detection.domain.Past;
import io.consumo.consumer.detection.domain.Stretch;
import io.consumo.consumer.detection.domain.Thresholds;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Far more than what is usual: some days on end, or a single day without example. What has been measured of a single day
 * is compared with whole days, so the verdict on a day that is still running can only turn from no to yes.
 *
 * @param risePercent of the days' mean over the usual
 * @param days on end
 * @param lowestPercent the least rise of each of them
 * @param hourPercent the least rise of three quarters of the hours, so that one appliance is no spike
 * @param highestPercent what the highest of the days must reach at the least of the highest day that is known
 * @param excessKwh the least that a day must lie above the usual one
 * @param singleRisePercent of a single day over the usual
 * @param singleExcessKwh of a single day over the highest that is known
 * @param usualKwh the least that is usual for the client; over next to nothing any life is a rise
 */
public record SpikeRule(
        boolean enabled,
        double risePercent,
        int days,
        double lowestPercent,
        double hourPercent,
        double highestPercent,
        double excessKwh,
        double singleRisePercent,
        double singleExcessKwh,
        double usualKwh,
        int daysToOpen)
        implements AnomalyRule {

    /** The rise over the highest of the months before, as a share of that over the usual. */
    private static final double SHARE_OF_THE_MONTHS = 0.7;

    public SpikeRule {
        Thresholds.requireAtLeast("risePercent", risePercent, 1);
        Thresholds.requireBetween("days", days, 1, 28);
        Thresholds.requireBetween("lowestPercent", lowestPercent, 0, risePercent);
        Thresholds.requireBetween("hourPercent", hourPercent, 0, risePercent);
        Thresholds.requireBetween("highestPercent", highestPercent, 0, 300);
        Thresholds.requireAtLeast("excessKwh", excessKwh, 0.01);
        Thresholds.requireAtLeast("singleRisePercent", singleRisePercent, 1);
        Thresholds.requireAtLeast("singleExcessKwh", singleExcessKwh, 0.01);
        Thresholds.requireAtLeast("usualKwh", usualKwh, 0.01);
        Thresholds.requireBetween("daysToOpen", daysToOpen, 1, 28);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.SPIKE;
    }

    @Override
    public OptionalDouble silentAt(double expected) {
        return OptionalDouble.of(expected * (1 + risePercent / 100));
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Past past) {
        double usual = past.total(day);
        if (usual < usualKwh || day.total() < usual + excessKwh) {
            return Optional.empty();
        }
        double limit = Math.max(usual * (1 + singleRisePercent / 100), past.highestTotal() + singleExcessKwh);
        return day.total() > limit
                ? Optional.of(Finding.beyond(day.total() / limit, Map.of()))
                : past.stretch(day, days)
                        .filter(stretch -> isHigh(stretch, past.highestLevel(day)))
                        .filter(stretch -> stretch.highestTotal() >= past.highestTotal() * highestPercent / 100)
                        .map(stretch -> Finding.beyond(stretch.ratio() / (1 + risePercent / 100), Map.of())
                                .onAllOf(stretch));
    }

    @Override
    public Optional<Finding> goesOn(DayCurve day, Past past) {
        double usual = past.total(day);
        return usual >= usualKwh && day.total() >= usual * (1 + risePercent / 200)
                ? Optional.of(Finding.beyond(1, Map.of()))
                : Optional.empty();
    }

    /** @param level of the highest of the months before */
    private boolean isHigh(Stretch stretch, double level) {
        return stretch.ratio() >= 1 + risePercent / 100
                && stretch.ratio() / level >= 1 + SHARE_OF_THE_MONTHS * risePercent / 100
                && stretch.lowest() >= 1 + lowestPercent / 100
                && stretch.lowerHourRatio() >= 1 + hourPercent / 100
                && stretch.excess() >= excessKwh;
    }
}
