package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.consumer.detection.domain.Past;
import io.consumo.consumer.detection.domain.Stretch;
import io.consumo.consumer.detection.domain.Thresholds;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;

/**
 * A curve that is turned around with its total kept, or made up around a lowered mean (attacks h6 and h4 of Jokar,
 * Arianpoo and Leung, IEEE Transactions on Smart Grid 7(1), 2016). Shapes are compared by Pearson's correlation of the
 * mean of some days with the usual day.
 *
 * @param days that are judged together
 * @param noisyDays that are judged together where the shape varies too much to be told in fewer
 * @param reversedCorrelation the least of the turned day
 * @param advantage by how much the turned day must be more alike than the day as told
 * @param totalChangePercent how far the total of a turned day may lie from the usual one
 * @param madeUpCorrelation the greatest of a made-up day
 * @param fallPercent the least fall of a made-up day
 * @param awayPercent a greater fall could be an absence
 * @param memory the greatest autocorrelation from hour to hour of a made-up day
 * @param leastVariation the least standard deviation over mean of a made-up day; an empty house is flat
 * @param mostVariation the greatest; life is more uneven
 * @param likeness the least correlation with the usual day that honest days can be expected to have
 */
public record ShapeRule(
        boolean enabled,
        int days,
        int noisyDays,
        double reversedCorrelation,
        double advantage,
        double totalChangePercent,
        double madeUpCorrelation,
        double fallPercent,
        double awayPercent,
        double memory,
        double leastVariation,
        double mostVariation,
        double likeness,
        int daysToOpen)
        implements AnomalyRule {

    /** A made-up day rarely reaches so much of the usual total: one in so many days. */
    private static final double HIGH = 0.9;

    private static final int DAYS_A_HIGH_ONE = 7;

    public ShapeRule {
        Thresholds.requireBetween("days", days, 1, 28);
        Thresholds.requireBetween("noisyDays", noisyDays, days, 28);
        Thresholds.requireBetween("reversedCorrelation", reversedCorrelation, 0, 1);
        Thresholds.requireBetween("advantage", advantage, 0, 2);
        Thresholds.requireAtLeast("totalChangePercent", totalChangePercent, 1);
        Thresholds.requireBetween("madeUpCorrelation", madeUpCorrelation, -1, 1);
        Thresholds.requireBetween("fallPercent", fallPercent, 1, 100);
        Thresholds.requireBetween("awayPercent", awayPercent, fallPercent, 100);
        Thresholds.requireBetween("memory", memory, -1, 1);
        Thresholds.requireBetween("leastVariation", leastVariation, 0, 10);
        Thresholds.requireBetween("mostVariation", mostVariation, leastVariation, 10);
        Thresholds.requireBetween("likeness", likeness, 0, 1);
        Thresholds.requireBetween("daysToOpen", daysToOpen, 1, 28);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.FRAUD;
    }

    @Override
    public Optional<AnomalySubtype> subtype() {
        return Optional.of(AnomalySubtype.SHAPE);
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Past past) {
        return judge(day, past, days).or(() -> judge(day, past, noisyDays));
    }

    private Optional<Finding> judge(DayCurve day, Past past, int count) {
        double expectedLikeness = past.likeness(day, count);
        if (expectedLikeness < likeness) {
            return Optional.empty();
        }
        return past.stretch(day, count).flatMap(stretch -> reversed(stretch, expectedLikeness)
                .or(() -> madeUp(stretch).filter(finding -> past.lowestLevel(day) > stretch.ratio() * 1.3)));
    }

    private Optional<Finding> reversed(Stretch stretch, double expectedLikeness) {
        double reversed = stretch.reversedCorrelation();
        double ahead = reversed - stretch.correlation();
        return Math.abs(stretch.ratio() - 1) <= totalChangePercent / 100
                        && reversed >= reversedCorrelation
                        && ahead >= advantage
                        && stretch.correlation() < expectedLikeness - advantage
                ? Optional.of(Finding.beyond(1 + ahead - advantage, Map.of("reversed", 100 * reversed)))
                : Optional.empty();
    }

    private Optional<Finding> madeUp(Stretch stretch) {
        double fall = 100 * (1 - stretch.ratio());
        return fall >= fallPercent
                        && fall <= awayPercent
                        && 100 * (1 - stretch.middle()) <= awayPercent
                        && stretch.daysAbove(HIGH) <= stretch.days().size() / DAYS_A_HIGH_ONE
                        && stretch.correlation() <= madeUpCorrelation
                        && stretch.memory() <= memory
                        && stretch.variation() >= leastVariation
                        && stretch.variation() <= mostVariation
                ? Optional.of(Finding.beyond(fall / fallPercent, Map.of("fall", fall)))
                : Optional.empty();
    }
}
