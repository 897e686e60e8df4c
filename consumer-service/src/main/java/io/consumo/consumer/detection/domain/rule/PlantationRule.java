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

/**
 * A new block of load as lamps make it: on for 12 or 18 hours by the clock, off for the rest, much the same hour by hour
 * and day by day. Street lighting has had its block all along.
 *
 * @param lampKw the least by which the block stands out
 * @param minimumHours that the block lasts, over midnight if need be
 * @param maximumHours that the block lasts; longer is no light schedule
 * @param fit the least share of the change that the block explains
 * @param steadiness the least share of the block's load that every hour within it must show
 * @param spreads by how many standard deviations of its hours the block must stand out
 * @param days that are judged together
 * @param noisyDays that are judged together where the load varies too much to see the block in fewer
 */
public record PlantationRule(
        boolean enabled,
        double lampKw,
        int minimumHours,
        int maximumHours,
        double fit,
        double steadiness,
        double spreads,
        int days,
        int noisyDays,
        int daysToOpen)
        implements AnomalyRule {

    /** A block that begins after this hour and ends by one in the night must stand out so many times as much. */
    private static final int DAY_FROM = 7;

    private static final double DAY_FACTOR = 2;

    /** A single day after it fits the block so much less well. */
    private static final double SHARE_TO_GO_ON = 0.6;

    public PlantationRule {
        Thresholds.requireAtLeast("lampKw", lampKw, 0.05);
        Thresholds.requireBetween("minimumHours", minimumHours, 4, 23);
        Thresholds.requireBetween("maximumHours", maximumHours, minimumHours, 23);
        Thresholds.requireBetween("fit", fit, 0, 1);
        Thresholds.requireBetween("steadiness", steadiness, 0, 1);
        Thresholds.requireAtLeast("spreads", spreads, 0.1);
        Thresholds.requireBetween("days", days, 1, 28);
        Thresholds.requireBetween("noisyDays", noisyDays, days, 28);
        Thresholds.requireBetween("daysToOpen", daysToOpen, 1, 28);
    }

    @Override
    public AnomalyType type() {
        return AnomalyType.PLANTATION;
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Past past) {
        if (!day.isComplete() || day.total() - past.expected(day) < lampKw * minimumHours / 2) {
            return Optional.empty();
        }
        return past.stretch(day, days)
                .flatMap(stretch -> lit(day, stretch, past))
                .or(() -> past.stretch(day, noisyDays).flatMap(stretch -> lit(day, stretch, past)));
    }

    @Override
    public Optional<Finding> goesOn(DayCurve day, Past past) {
        return past.stretch(day, 1).flatMap(one -> {
            LoadBlock block = LoadBlock.fit(one, minimumHours, maximumHours);
            return block.kw() >= lampKw && block.fit() >= SHARE_TO_GO_ON * fit
                    ? Optional.of(finding(block))
                    : Optional.empty();
        });
    }

    private Optional<Finding> lit(DayCurve day, Stretch stretch, Past past) {
        LoadBlock block = LoadBlock.fit(stretch, minimumHours, maximumHours);
        double least = Math.max(
                isOfTheDay(block) ? DAY_FACTOR * lampKw : lampKw,
                spreads * past.noise(day, stretch.days().size()));
        return block.kw() >= least
                        && block.fit() >= fit
                        && block.isNewIn(stretch)
                        && isNeverDark(stretch, block, past)
                        && past.begins(block, day, stretch)
                        && past.isUnheardOf(block, stretch)
                ? Optional.of(finding(block).onAllOf(stretch))
                : Optional.empty();
    }

    private Finding finding(LoadBlock block) {
        return Finding.beyond(
                2 * block.kw() / lampKw,
                Map.of("kw", block.kw(), "hours", (double) block.hours(), "from", (double) block.from(), "to", (double)
                        block.to()));
    }

    /** As cooling on hot days is, too. */
    private static boolean isOfTheDay(LoadBlock block) {
        return block.from() >= DAY_FROM && block.from() + block.hours() <= DayCurve.HOURS + 1;
    }

    /** A lamp burns through: no hour within the block lies below its load. The hours at the edges may be partly lit. */
    private boolean isNeverDark(Stretch stretch, LoadBlock block, Past past) {
        return stretch.floor(block.from() + 1, block.hours() - 2)
                        - past.traits().base()
                >= steadiness * block.kw();
    }
}
