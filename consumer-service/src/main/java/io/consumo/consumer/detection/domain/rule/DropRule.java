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
import java.util.OptionalDouble;

/**
 * A fall that takes a share of everything, as a bypass or a wrong transformer ratio does: what runs when nobody is there
 * falls with the rest. Who is away leaves his refrigerator on, so then the base hardly falls and the peaks fall most. A
 * fall that an absence could explain must outlast one.
 *
 * <p>Imitated by the attacks h1 and h3 of Jokar, Arianpoo and Leung, IEEE Transactions on Smart Grid 7(1), 2016.
 *
 * @param fallPercent of a week under the usual
 * @param lastingFallPercent of two weeks under the usual, each of them falling alike
 * @param bypassPercent a fall that leaves less than any absence
 * @param bypassDays how many days of it are enough
 * @param awayPercent from this fall on, up to that of a bypass, it could be an absence
 * @param awayDays how long an absence may last
 * @param baseFollows how much less the base may have fallen: its ratio to the usual over that of the whole
 * @param peakFollows how much more the peak may have fallen
 * @param quarterFollows how much less any quarter of the day may have fallen: solar power spares the night
 * @param highestPercent what the highest day of the week may reach of the usual
 * @param spreads by how many standard deviations of its days a week of the client must have fallen
 * @param missingKwh the least that is missing a day
 */
public record DropRule(
        boolean enabled,
        double fallPercent,
        double lastingFallPercent,
        double bypassPercent,
        int bypassDays,
        double awayPercent,
        int awayDays,
        double baseFollows,
        double peakFollows,
        double quarterFollows,
        double highestPercent,
        double spreads,
        double missingKwh,
        int daysToOpen)
        implements AnomalyRule {

    private static final int WEEK = 7;

    /** Where the base falls so much more than the whole, hours are cut out, or solar power covers it. */
    private static final double LEAST_BASE = 0.35;

    /** Each week of a lasting fall must reach this share of it, with so much slack in how it is scaled. */
    private static final double SHARE_OF_EACH_WEEK = 0.8;

    /** A day after a fall belongs to it when it shows this share of a lasting one. */
    private static final double SHARE_TO_GO_ON = 0.65;

    private static final double SLACK_OF_A_WEEK = 1.35;

    private static final int MOST_USUAL_DAYS = 2;

    /** What the days may reach of the week before them. */
    private static final double STEP = 0.82;

    /** After such a time less is asked of how the fall is scaled. */
    private static final double SLACK_OF_AN_ABSENCE = 1.6;

    private static final double NEAR_THE_MIDDLE = 0.48;
    private static final double NEAR_THE_MIDDLE_OF_WEEKS = 0.58;

    /** The fall under the lowest of the months before, as a share of a lasting fall. */
    private static final double SHARE_OF_THE_MONTHS = 0.9;

    public DropRule {
        Thresholds.requireBetween("fallPercent", fallPercent, 1, 100);
        Thresholds.requireBetween("lastingFallPercent", lastingFallPercent, 1, fallPercent);
        Thresholds.requireBetween("awayPercent", awayPercent, fallPercent, 100);
        Thresholds.requireBetween("bypassPercent", bypassPercent, awayPercent, 100);
        Thresholds.requireAtLeast("bypassDays", bypassDays, 1);
        Thresholds.requireBetween("awayDays", awayDays, WEEK, 28);
        Thresholds.requireBetween("baseFollows", baseFollows, 1, 3);
        Thresholds.requireBetween("peakFollows", peakFollows, 0, 1);
        Thresholds.requireBetween("quarterFollows", quarterFollows, 1, 4);
        Thresholds.requireBetween("highestPercent", highestPercent, 1, 200);
        Thresholds.requireAtLeast("spreads", spreads, 0.1);
        Thresholds.requireAtLeast("missingKwh", missingKwh, 0.01);
        Thresholds.requireBetween("daysToOpen", daysToOpen, 1, 28);
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
    public OptionalDouble silentAt(double expected) {
        return OptionalDouble.of(expected * (1 - fallPercent / 100));
    }

    @Override
    public Optional<Finding> judge(DayCurve day, Past past) {
        double expected = past.expected(day);
        if (!day.isComplete() || expected - day.total() < missingKwh || day.total() > expected * highestPercent / 100) {
            return Optional.empty();
        }
        return bypassed(day, past)
                .or(() -> past.stretch(day, WEEK).flatMap(week -> fallen(day, past, week)))
                .filter(finding -> isBelowTheMonthsBefore(finding, past.lowestLevel(day)));
    }

    @Override
    public Optional<Finding> goesOn(DayCurve day, Past past) {
        double expected = past.expected(day);
        double fall = 100 * (1 - day.total() / Math.max(expected, missingKwh));
        return day.isComplete() && expected - day.total() >= missingKwh && fall >= SHARE_TO_GO_ON * lastingFallPercent
                ? Optional.of(Finding.beyond(1, Map.of("fall", fall)))
                : Optional.empty();
    }

    private Optional<Finding> bypassed(DayCurve day, Past past) {
        return past.stretch(day, bypassDays)
                .filter(stretch -> fall(stretch) >= bypassPercent)
                .filter(stretch -> stretch.highest() <= 1.5 * (1 - bypassPercent / 100))
                .filter(stretch -> stretch.baseOverRatio() <= 2 * baseFollows)
                .map(stretch -> finding(stretch, fallPercent).onAllOf(stretch));
    }

    private Optional<Finding> fallen(DayCurve day, Past past, Stretch week) {
        double variation = past.traits().totalSpread() / Math.max(past.traits().total(), missingKwh);
        // After an absence some days at home and some away are no fall.
        boolean couldBeAway = couldBeAway(week)
                || past.stretch(day, WEEK, WEEK).filter(this::couldBeAway).isPresent();
        if (!couldBeAway && stands(week, fallPercent, variation) && isStep(day, past, week)) {
            return Optional.of(finding(week, fallPercent));
        }
        if (!couldBeAway && isAlike(week)) {
            Optional<Stretch> both = past.stretch(day, WEEK, WEEK)
                    .filter(this::isAlike)
                    .flatMap(before -> past.stretch(day, 2 * WEEK))
                    .filter(weeks -> !couldBeAway(weeks) && stands(weeks, lastingFallPercent, variation))
                    .filter(weeks -> isStep(day, past, weeks));
            if (both.isPresent()) {
                return both.map(weeks -> finding(weeks, lastingFallPercent));
            }
        }
        return past.stretch(day, awayDays)
                .filter(weeks ->
                        couldBeAway(weeks) ? outlastsAnAbsence(weeks) : stands(weeks, lastingFallPercent, variation))
                .filter(weeks -> isStep(day, past, weeks))
                .map(weeks -> finding(weeks, lastingFallPercent));
    }

    private boolean stands(Stretch stretch, double least, double variation) {
        return fall(stretch) >= Math.max(least, noise(variation, stretch.days().size()))
                && isEven(stretch, least)
                && isScaled(stretch, 1);
    }

    /** It came at once: what declines with the season has lain lower before. Yes where nothing is known. */
    private static boolean isStep(DayCurve day, Past past, Stretch stretch) {
        return past.stretch(day, WEEK, stretch.days().size())
                .map(before -> stretch.ratio() <= STEP * before.ratio())
                .orElse(true);
    }

    /** Low day by day; the base of a house that really is empty stays where it was. */
    private boolean outlastsAnAbsence(Stretch stretch) {
        return stretch.daysAbove(1 - lastingFallPercent / 100) <= MOST_USUAL_DAYS
                && isScaled(stretch, SLACK_OF_AN_ABSENCE);
    }

    /** The least fall that stands out from how the client's days vary. Days on end vary alike, so less averages out. */
    private double noise(double variation, int days) {
        return 100 * spreads * variation * Math.sqrt((double) WEEK / days);
    }

    /** By its mean or by its middle day: a week may be away in part. */
    private boolean couldBeAway(Stretch stretch) {
        return fall(stretch) >= awayPercent || 100 * (1 - stretch.middle()) >= awayPercent;
    }

    /** Not of some days as usual and some away: no more than one day a week lies far from the middle one. */
    private boolean isEven(Stretch stretch, double least) {
        double middle = stretch.middle();
        double near = stretch.days().size() == WEEK ? NEAR_THE_MIDDLE : NEAR_THE_MIDDLE_OF_WEEKS;
        return 100 * (1 - middle) >= SHARE_OF_EACH_WEEK * least
                && stretch.daysOutside(near * middle, middle / near)
                        <= stretch.days().size() / WEEK;
    }

    private boolean isAlike(Stretch week) {
        return fall(week) >= SHARE_OF_EACH_WEEK * lastingFallPercent && isScaled(week, SLACK_OF_A_WEEK);
    }

    private boolean isScaled(Stretch stretch, double slack) {
        return stretch.baseOverRatio() <= baseFollows * slack
                && stretch.baseOverRatio() >= LEAST_BASE / slack
                && stretch.peakOverRatio() >= peakFollows / slack
                && stretch.quarterOverRatio() <= quarterFollows * slack
                && stretch.daysAbove(highestPercent / 100) <= stretch.days().size() / WEEK - (slack == 1 ? 1 : 0);
    }

    private boolean isBelowTheMonthsBefore(Finding finding, double level) {
        double ratio = 1 - finding.figures().getOrDefault("fall", 0.0) / 100;
        return 1 - ratio / level >= SHARE_OF_THE_MONTHS * lastingFallPercent / 100;
    }

    private static double fall(Stretch stretch) {
        return 100 * (1 - stretch.ratio());
    }

    private static Finding finding(Stretch stretch, double least) {
        return Finding.beyond(
                fall(stretch) / least,
                Map.of("fall", fall(stretch), "baseRatio", 100 * stretch.baseRatio(), "over", (double)
                        stretch.days().size()));
    }
}
