package io.consumo.consumer.detection.domain.rule;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Finding;
import io.consumo.consumer.detection.domain.LoadBlock;
import io.consumo.consumer.detection.domain.Past;
import io.consumo.consumer.detection.domain.Stretch;
import io.consumo.consumer.detection.domain.Thresholds;
import io.consumo.model.AnomalyType;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * A new block of load in the night that is foreign to this client.
 *
 * @param extraKw the least by which the block stands out
 * @param minimumHours that the block lasts
 * @param maximumHours that the block lasts; longer is a light schedule
 * @param earliestHour at which it may begin in the evening
 * @param latestHour at which it may end in the morning
 * @param fit the least share of the change that the block explains
 * @param steadiness the least share of the block's load that every hour within it must show
 * @param spreads by how many standard deviations of its hours the block must stand out
 * @param days that are judged together
 */
public record NightPatternRule(
        boolean enabled,
        double extraKw,
        int minimumHours,
        int maximumHours,
        int earliestHour,
        int latestHour,
        double fit,
        double steadiness,
        double spreads,
        int days,
        int daysToOpen)
        implements AnomalyRule {

    /** A single day after it fits the block so much less well. */
    private static final double SHARE_TO_GO_ON = 0.6;

    public NightPatternRule {
        Thresholds.requireAtLeast("extraKw", extraKw, 0.05);
        Thresholds.requireBetween("minimumHours", minimumHours, 2, 12);
        Thresholds.requireBetween("maximumHours", maximumHours, minimumHours, 12);
        Thresholds.requireBetween("earliestHour", earliestHour, 12, 23);
        Thresholds.requireBetween("latestHour", latestHour, 1, 11);
        Thresholds.requireBetween("fit", fit, 0, 1);
        Thresholds.requireBetween("steadiness", steadiness, 0, 1);
        Thresholds.requireAtLeast("spreads", spreads, 0.1);
        Thresholds.requireBetween("days", days, 1, 28);
        Thresholds.requireBetween("daysToOpen", daysToOpen, 1, 28);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.NIGHT_PATTERN;
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Past past) {
        if (!day.isComplete() || day.total() - past.expected(day) < extraKw * minimumHours / 2) {
            return Optional.empty();
        }
        return past.stretch(day, days).flatMap(stretch -> foreign(day, stretch, past));
    }

    @Override
    public Optional<Finding> goesOn(DayCurve day, Past past) {
        return past.stretch(day, 1).flatMap(one -> {
            LoadBlock block = LoadBlock.fit(one, minimumHours, maximumHours);
            return isInTheNight(block) && block.kw() >= extraKw && block.fit() >= SHARE_TO_GO_ON * fit
                    ? Optional.of(finding(block, one))
                    : Optional.empty();
        });
    }

    private Optional<Finding> foreign(DayCurve day, Stretch stretch, Past past) {
        LoadBlock block = LoadBlock.fit(stretch, minimumHours, maximumHours);
        double least =
                Math.max(extraKw, spreads * past.noise(day, stretch.days().size()));
        return isInTheNight(block)
                        && block.kw() >= least
                        && block.fit() >= fit
                        && block.isNewIn(stretch)
                        && isSteady(stretch, block, past)
                        && past.begins(block, day, stretch)
                        && past.isEven(block, day, stretch)
                ? Optional.of(finding(block, stretch).onAllOf(stretch))
                : Optional.empty();
    }

    private boolean isInTheNight(LoadBlock block) {
        return (block.from() >= earliestHour || block.from() < latestHour) && block.to() <= latestHour;
    }

    private Finding finding(LoadBlock block, Stretch stretch) {
        return Finding.beyond(
                block.kw() / extraKw,
                Map.of(
                        "kw",
                        block.kw(),
                        "from",
                        (double) block.from(),
                        "to",
                        (double) block.to(),
                        "nightShare",
                        share(stretch::observed, block),
                        "usualNightShare",
                        share(stretch::expected, block)));
    }

    /** Of the block's hours, in percent. */
    private static double share(IntToDoubleFunction kwh, LoadBlock block) {
        double inside = 0;
        double all = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            all += kwh.applyAsDouble(hour);
            inside += block.covers(hour) ? kwh.applyAsDouble(hour) : 0;
        }
        return all == 0 ? 0 : 100 * inside / all;
    }

    private boolean isSteady(Stretch stretch, LoadBlock block, Past past) {
        return stretch.floor(block.from() + 1, block.hours() - 2)
                        - past.traits().base()
                >= steadiness * block.kw();
    }
}
