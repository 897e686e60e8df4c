package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Expectation;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * A block of extra load as lamps make it: on for 12 or 18 hours, off for the rest, much the same hour by hour.
 *
 * @param lampKw the least extra load of each lit hour
 * @param minimumHours that the block lasts, over midnight if need be
 * @param maximumHours that the block lasts; longer is no light schedule
 */
public record PlantationRule(boolean enabled, double lampKw, int minimumHours, int maximumHours, int daysToOpen)
        implements AnomalyRule {

    public PlantationRule {
        Thresholds.requirePositive("lampKw", lampKw);
        Thresholds.requireBetween("minimumHours", minimumHours, 4, 23);
        Thresholds.requireBetween("maximumHours", maximumHours, minimumHours, 24);
        Thresholds.requirePositive("daysToOpen", daysToOpen);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.PLANTATION;
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Expectation usual) {
        if (!day.isComplete()) {
            return Optional.empty();
        }
        int length = 0;
        int begin = 0;
        for (int start = 0; start < DayCurve.HOURS; start++) {
            int run = 0;
            while (run < DayCurve.HOURS && isLit(day, usual, (start + run) % DayCurve.HOURS)) {
                run++;
            }
            if (run > length) {
                length = run;
                begin = start;
            }
        }
        if (length < minimumHours || length > maximumHours) {
            return Optional.empty();
        }
        double extraKw = 0;
        for (int hour = begin; hour < begin + length; hour++) {
            extraKw += excess(day, usual, hour % DayCurve.HOURS) / length;
        }
        return Optional.of(Finding.beyond(
                2 * extraKw / lampKw,
                Map.of(
                        "kw", extraKw,
                        "hours", (double) length,
                        "from", (double) begin,
                        "to", (double) ((begin + length) % DayCurve.HOURS))));
    }

    private boolean isLit(DayCurve day, Expectation usual, int hour) {
        return excess(day, usual, hour) >= lampKw;
    }

    private static double excess(DayCurve day, Expectation usual, int hour) {
        return day.kwh(hour) - usual.kwh(hour);
    }
}
