package io.consumo.consumer.detection.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some days on end, the judged day the last of them, held against what is usual. Ratios are 1 where all is as usual.
 */
public final class Stretch {

    private static final int QUARTER = 6;

    /** In an hour with less of the mean hour than this nothing is usual. */
    private static final double SOMETHING = 0.05;

    /** Less than this is no consumption, in kWh. */
    static final double NOTHING = 1e-6;

    private final List<DayCurve> days;
    private final double ratio;
    private final double[] ratios;
    private final double middle;
    private final double highest;
    private final double lowest;
    private final double baseRatio;
    private final double peakRatio;
    private final boolean hasBase;
    private final double[] observed;
    private final double[] expected;
    private final double[] spread;

    private Stretch(
            List<DayCurve> days,
            double ratio,
            double[] ratios,
            double baseRatio,
            double peakRatio,
            boolean hasBase,
            double[] observed,
            double[] expected,
            double[] spread) {
        this.days = List.copyOf(days);
        this.ratio = ratio;
        this.ratios = ratios;
        this.middle = Statistics.median(ratios);
        this.highest = Arrays.stream(ratios).max().orElse(0);
        this.lowest = Arrays.stream(ratios).min().orElse(0);
        this.baseRatio = baseRatio;
        this.peakRatio = peakRatio;
        this.hasBase = hasBase;
        this.observed = observed;
        this.expected = expected;
        this.spread = spread;
    }

    static Stretch of(List<DayCurve> days, Expectation usual) {
        double total = 0;
        double expectedTotal = 0;
        double base = 0;
        double peak = 0;
        double[] ratios = new double[days.size()];
        double[] observed = new double[DayCurve.HOURS];
        double[] expected = new double[DayCurve.HOURS];
        double[] spread = new double[DayCurve.HOURS];
        for (int index = 0; index < ratios.length; index++) {
            DayCurve day = days.get(index);
            UsualDay usualDay = usual.on(day);
            double expectedOfDay = usualDay.totalFor(day);
            double ratio = day.total() / Math.max(expectedOfDay, NOTHING);
            ratios[index] = ratio;
            total += day.total();
            expectedTotal += expectedOfDay;
            base += day.base();
            peak += day.peak();
            for (int hour = 0; hour < DayCurve.HOURS; hour++) {
                observed[hour] += (day.has(hour) ? day.kwh(hour) : usualDay.mean(hour)) / days.size();
                expected[hour] += usualDay.mean(hour) / days.size();
                spread[hour] += usualDay.spread(hour) / days.size();
            }
        }
        Traits traits = usual.traits();
        return new Stretch(
                days,
                total / Math.max(expectedTotal, NOTHING),
                ratios,
                base / days.size() / Math.max(traits.base(), NOTHING),
                peak / days.size() / Math.max(traits.peak(), NOTHING),
                traits.hasBase(),
                observed,
                expected,
                spread);
    }

    /** Complete ones, oldest first. */
    public List<DayCurve> days() {
        return days;
    }

    /** Of their total to the usual total. */
    public double ratio() {
        return ratio;
    }

    /** How many days' ratios lie outside the range. */
    public int daysOutside(double low, double high) {
        return (int)
                Arrays.stream(ratios).filter(one -> one < low || one > high).count();
    }

    /** How many days' ratios are above the one given. */
    public int daysAbove(double limit) {
        return (int) Arrays.stream(ratios).filter(one -> one > limit).count();
    }

    /** The median of the days' ratios. */
    public double middle() {
        return middle;
    }

    /** The highest of the days' ratios. */
    public double highest() {
        return highest;
    }

    /** The lowest of the days' ratios. */
    public double lowest() {
        return lowest;
    }

    /** Of the six lowest hours of each day to the usual ones. */
    public double baseRatio() {
        return baseRatio;
    }

    /** Of the three highest hours of each day to the usual ones. */
    public double peakRatio() {
        return peakRatio;
    }

    /** Mean kWh of the hour. */
    public double observed(int hour) {
        return observed[hour];
    }

    /** Usual kWh of the hour. */
    public double expected(int hour) {
        return expected[hour];
    }

    /** How far the hour usually strays from day to day, in kWh. */
    public double spread(int hour) {
        return spread[hour];
    }

    /** Of all its days, in kWh. */
    public double total() {
        return days.stream().mapToDouble(DayCurve::total).sum();
    }

    /** Of its highest day, in kWh. */
    public double highestTotal() {
        return days.stream().mapToDouble(DayCurve::total).max().orElse(0);
    }

    /** Mean kWh of a day above the usual; negative below it. */
    public double excess() {
        double excess = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            excess += observed[hour] - expected[hour];
        }
        return excess;
    }

    /** How much less the base has changed than the whole; 1 when all was scaled alike, or where there is no base. */
    public double baseOverRatio() {
        return hasBase ? baseRatio / Math.max(ratio, NOTHING) : 1;
    }

    /** As {@link #baseOverRatio} of the peak. */
    public double peakOverRatio() {
        return peakRatio / Math.max(ratio, NOTHING);
    }

    /** As {@link #baseOverRatio} of that quarter of the day, 0-6, 6-12, 12-18 or 18-24 h, that has changed least. */
    public double quarterOverRatio() {
        double highestQuarter = 0;
        for (int begin = 0; begin < DayCurve.HOURS; begin += QUARTER) {
            double seen = 0;
            double usual = 0;
            for (int hour = begin; hour < begin + QUARTER; hour++) {
                seen += observed[hour];
                usual += expected[hour];
            }
            highestQuarter = Math.max(highestQuarter, seen / Math.max(usual, NOTHING));
        }
        return highestQuarter / Math.max(ratio, NOTHING);
    }

    /** The lowest kWh of any day in the hours from the first on, over midnight if need be. */
    public double floor(int from, int hours) {
        double floor = Double.MAX_VALUE;
        for (DayCurve day : days) {
            for (int hour = from; hour < from + hours; hour++) {
                if (day.has(hour % DayCurve.HOURS)) {
                    floor = Math.min(floor, day.kwh(hour % DayCurve.HOURS));
                }
            }
        }
        return floor;
    }

    /** How alike neighbouring hours are: autocorrelation at one hour, of the days put one after the other. */
    public double memory() {
        double products = 0;
        double squares = 0;
        for (DayCurve day : days) {
            double mean = day.total() / Math.max(1, day.present());
            for (int hour = 0; hour < DayCurve.HOURS; hour++) {
                double here = day.has(hour) ? day.kwh(hour) / Math.max(mean, NOTHING) - 1 : 0;
                squares += here * here;
                if (hour > 0 && day.has(hour - 1)) {
                    products += here * (day.kwh(hour - 1) / Math.max(mean, NOTHING) - 1);
                }
            }
        }
        return squares == 0 ? 1 : products / squares;
    }

    /** Mean of the days' standard deviation over mean. */
    public double variation() {
        return days.stream().mapToDouble(DayCurve::variation).average().orElse(0);
    }

    /** The mean of the usual hours, in kWh. */
    double usualHour() {
        return Arrays.stream(expected).average().orElse(0);
    }

    /** The hour's ratio that a quarter of those hours lie below in which something is usual. */
    public double lowerHourRatio() {
        double least = SOMETHING * usualHour();
        double[] hourRatios = IntStream.range(0, DayCurve.HOURS)
                .filter(hour -> expected[hour] > least)
                .mapToDouble(hour -> observed[hour] / expected[hour])
                .sorted()
                .toArray();
        return hourRatios.length == 0 ? 0 : hourRatios[hourRatios.length / 4];
    }

    /** How alike the mean day and the usual day are, from -1 to 1. */
    public double correlation() {
        return Statistics.correlation(hour -> observed[hour], hour -> expected[hour]);
    }

    /** How alike the mean day turned around and the usual day are, from -1 to 1. */
    public double reversedCorrelation() {
        return Statistics.correlation(hour -> observed[DayCurve.HOURS - 1 - hour], hour -> expected[hour]);
    }
}
