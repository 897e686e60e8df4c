package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** What rules judge a client's day by: what is usual for it, and the days just before. */
public final class Past {

    /** So many days of a stretch may be missing or incomplete for each week of it. */
    private static final int GAPS_A_WEEK = 2;

    /** A month with fewer accepted days says too little of its level. */
    private static final int DAYS_OF_A_MONTH = 7;

    private static final int MONTHS_BEFORE = 3;

    /** So many days tell whether a block was there before; heating begins bit by bit, lamps at once. */
    private static final int DAYS_BEFORE = 3;

    private static final double SHARE_BEFORE = 0.4;

    private static final double SHARE_UNHEARD_OF = 0.6;

    private static final double RANGE_OF_A_BLOCK = 0.6;
    private static final int DAYS_LATELY = 3;

    /** The same season of the year before: so many months back, to so many. */
    private static final int SEASON_FROM = 13;

    private static final int SEASON_TO = 11;

    private final Expectation usual;
    private final History history;

    Past(Expectation usual, History history) {
        this.usual = usual;
        this.history = history;
    }

    /**
     * The lowest mean day of the last three months, and of the same season a year ago, over the usual day, 1 at most: what has come down to a level that it
     * had before has not fallen.
     */
    public double lowestLevel(DayCurve day) {
        return levels(day).reduce(1, Math::min);
    }

    /** As {@link #lowestLevel}, of the highest, 1 at least. */
    public double highestLevel(DayCurve day) {
        return levels(day).reduce(1, Math::max);
    }

    private DoubleStream levels(DayCurve day) {
        YearMonth month = YearMonth.from(day.day());
        double total = usual.traits().total();
        return total == 0
                ? DoubleStream.empty()
                : history.profiles().stream()
                        .filter(profile -> profile.days() >= DAYS_OF_A_MONTH && isOfUse(profile.month(), month))
                        .mapToDouble(profile -> profile.traits().total() / total);
    }

    private static boolean isOfUse(YearMonth profile, YearMonth month) {
        boolean isNear = !profile.isBefore(month.minusMonths(MONTHS_BEFORE));
        boolean isSameSeason =
                !profile.isBefore(month.minusMonths(SEASON_FROM)) && !profile.isAfter(month.minusMonths(SEASON_TO));
        return isNear || isSameSeason;
    }

    /** The highest total of a day of the window and of the months before. */
    public double highestTotal() {
        return history.profiles().stream()
                .mapToDouble(profile -> profile.traits().highest())
                .reduce(usual.traits().highest(), Math::max);
    }

    /** How far the mean of an hour over so many honest days can be expected to stray, in kWh. */
    public double noise(DayCurve day, int days) {
        return usual.on(day).noise(days);
    }

    /** Whether each day of the stretch shows much the same block; heating follows the weather. */
    public boolean isEven(LoadBlock block, DayCurve day, Stretch stretch) {
        double[] kw = stretch.days().stream()
                .mapToDouble(one -> block.kwIn(Stretch.of(List.of(one), usual)))
                .sorted()
                .toArray();
        return kw[kw.length - 1] - kw[0] <= RANGE_OF_A_BLOCK * block.kw() + noise(day, 1);
    }

    /** Whether most of the block's load is more than the client has in its hours on weekdays or on weekends. */
    public boolean isUnheardOf(LoadBlock block, Stretch stretch) {
        double known = 0;
        double lit = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            if (block.covers(hour)) {
                known += (usual.most(hour) - stretch.expected(hour)) / block.hours();
                lit += (stretch.observed(hour) - stretch.expected(hour)) / block.hours();
            }
        }
        return lit - known >= SHARE_UNHEARD_OF * block.kw();
    }

    /** Whether little of the block showed in the days before the stretch; yes where nothing is known of them. */
    public boolean begins(LoadBlock block, DayCurve day, Stretch stretch) {
        return stretch(day, DAYS_BEFORE, stretch.days().size())
                .map(before -> block.kwIn(before) <= SHARE_BEFORE * block.kw())
                .orElse(true);
    }

    /** The correlation with the usual day that the mean of so many honest days can be expected to have. */
    public double likeness(DayCurve day, int days) {
        return usual.on(day).likeness(days);
    }

    public Traits traits() {
        return usual.traits();
    }

    /** The usual consumption of those hours that were measured of the day, in kWh. */
    public double expected(DayCurve day) {
        return usual.on(day).totalFor(day);
    }

    /** The usual consumption of the whole day, in kWh. */
    public double total(DayCurve day) {
        return usual.on(day).total();
    }

    /** How far the total of such a day usually strays, in kWh. */
    public double spread(DayCurve day) {
        return usual.on(day).totalSpread();
    }

    /** Usual kWh of the hour of such a day. */
    public double kwh(DayCurve day, int hour) {
        return usual.on(day).mean(hour);
    }

    /** The lower edge of what is normal in the hour of such a day, in kWh. */
    public double low(DayCurve day, int hour) {
        return usual.on(day).low(hour);
    }

    /** Whether the rule fired on one of the last days of the window. */
    boolean firedLately(AnomalyRule rule) {
        List<KnownDay> window = history.window();
        for (int index = window.size() - 1; index >= 0 && index >= window.size() - DAYS_LATELY; index--) {
            if (window.get(index).findings().containsKey(rule.key())) {
                return true;
            }
        }
        return false;
    }

    /** The days before the judged one on which the finding shows, too. */
    Optional<KnownDay.Earlier> earlier(DayCurve day, Finding finding) {
        return finding.days() == 1
                ? Optional.empty()
                : stretch(day, finding.days() - 1, 1)
                        .map(before -> new KnownDay.Earlier(
                                before.days().getFirst().day(),
                                before.days().size(),
                                before.total(),
                                before.days().stream()
                                        .mapToDouble(this::expected)
                                        .sum(),
                                before.days().stream()
                                        .mapToInt(DayCurve::present)
                                        .sum()));
    }

    /** The judged day and the complete days before it, so many in all; empty when too many are missing. */
    public Optional<Stretch> stretch(DayCurve day, int count) {
        return stretch(day, count, 0);
    }

    /**
     * As {@link #stretch(DayCurve, int)}, of days that ended earlier.
     *
     * @param skipped how many complete days lie between the stretch and the judged day's end
     */
    public Optional<Stretch> stretch(DayCurve day, int count, int skipped) {
        if (!day.isComplete()) {
            return Optional.empty();
        }
        LocalDate first = day.day().minusDays(count + skipped - 1L + (long) GAPS_A_WEEK * ((count + skipped + 6) / 7));
        List<DayCurve> days = new ArrayList<>(count);
        int left = skipped;
        if (left == 0) {
            days.add(day);
        } else {
            left--;
        }
        List<KnownDay> window = history.window();
        for (int index = window.size() - 1; index >= 0 && days.size() < count; index--) {
            DayCurve one = window.get(index).curve();
            if (one.day().isBefore(first)) {
                return Optional.empty();
            }
            if (one.isComplete()) {
                if (left > 0) {
                    left--;
                } else {
                    days.addFirst(one);
                }
            }
        }
        return days.size() < count ? Optional.empty() : Optional.of(Stretch.of(days, usual));
    }
}
