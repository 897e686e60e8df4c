package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.consumer.detection.domain.Past;
import io.consumo.consumer.detection.domain.Thresholds;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * A day whose hours are all the same, where life used to show: a frozen meter, or a day's mean in every hour (attack h5
 * of Jokar, Arianpoo and Leung, IEEE Transactions on Smart Grid 7(1), 2016).
 *
 * @param variation the greatest standard deviation over mean of the day's hours
 * @param usualVariation the least that is usual for the client
 * @param minimumKwh of the day; below it the day counts as zero, not as flat
 */
public record FlatRule(boolean enabled, double variation, double usualVariation, double minimumKwh, int daysToOpen)
        implements AnomalyRule {

    public FlatRule {
        Thresholds.requireAtLeast("variation", variation, 0.001);
        Thresholds.requireBetween("usualVariation", usualVariation, 2 * variation, 10);
        Thresholds.requireAtLeast("minimumKwh", minimumKwh, 0.01);
        Thresholds.requireBetween("daysToOpen", daysToOpen, 1, 28);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.FRAUD;
    }

    @Override
    public Optional<AnomalySubtype> subtype() {
        return Optional.of(AnomalySubtype.FLAT);
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Past past) {
        double usual = past.traits().variation();
        boolean flat = day.isComplete()
                && day.total() >= minimumKwh
                && day.variation() <= variation
                && usual >= usualVariation;
        return flat
                ? Optional.of(Finding.beyond(
                        usual / usualVariation * 1.5, Map.of("variation", day.variation(), "usualVariation", usual)))
                : Optional.empty();
    }
}
