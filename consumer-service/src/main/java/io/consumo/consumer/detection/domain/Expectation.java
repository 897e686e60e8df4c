package io.consumo.consumer.detection.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What is normal for a client on a certain day: the median and the band of each local hour over its accepted days of
 * the same kind, weekday or weekend.
 */
public final class Expectation {

    /** Fewer days of the same kind than this say too little, then all days count. */
    private static final int MINIMUM_OF_KIND = 4;

    /** Half the width of the band of normal, in robust standard deviations. */
    private static final double BAND = 2;

    private final double[] median;
    private final double[] spread;
    private final double usualTotal;
    private final double totalSpread;
    private final double usualVariation;

    private Expectation(
            double[] median, double[] spread, double usualTotal, double totalSpread, double usualVariation) {
        this.median = median;
        this.spread = spread;
        this.usualTotal = usualTotal;
        this.totalSpread = totalSpread;
        this.usualVariation = usualVariation;
    }

    /**
     * What the accepted days of the window say; while they are too few, as in a long episode, what the months before
     * say. Empty when there are fewer accepted days than the minimum in both.
     */
    public static Optional<Expectation> of(History history, boolean weekend, int minimumDays) {
        List<DayCurve> accepted = history.accepted();
        return accepted.size() >= minimumDays
                ? Optional.of(ofDays(accepted, weekend))
                : ofProfiles(history.profiles(), weekend, minimumDays);
    }

    private static Expectation ofDays(List<DayCurve> accepted, boolean weekend) {
        List<DayCurve> alike =
                accepted.stream().filter(day -> day.isWeekend() == weekend).toList();
        List<DayCurve> days = alike.size() < MINIMUM_OF_KIND ? accepted : alike;
        double[] median = new double[DayCurve.HOURS];
        double[] spread = new double[DayCurve.HOURS];
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            int thisHour = hour;
            double[] values = values(days, day -> day.kwh(thisHour));
            median[hour] = Statistics.median(values);
            spread[hour] = Statistics.spread(values, median[hour]);
        }
        double[] totals = values(days, DayCurve::total);
        double usualTotal = Statistics.median(totals);
        return new Expectation(
                median,
                spread,
                usualTotal,
                Statistics.spread(totals, usualTotal),
                Statistics.median(values(days, DayCurve::variation)));
    }

    /** The mean of the months, each weighed by its days. */
    private static Optional<Expectation> ofProfiles(List<MonthProfile> profiles, boolean weekend, int minimumDays) {
        List<MonthProfile.Kind> kinds = profiles.stream()
                .map(profile -> profile.kind(weekend))
                .filter(kind -> kind.days() > 0)
                .toList();
        int days = kinds.stream().mapToInt(MonthProfile.Kind::days).sum();
        if (days < MINIMUM_OF_KIND
                || profiles.stream().mapToInt(MonthProfile::days).sum() < minimumDays) {
            return Optional.empty();
        }
        double[] mean = new double[DayCurve.HOURS];
        double[] spread = new double[DayCurve.HOURS];
        double total = 0;
        double squares = 0;
        double variances = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            double variance = 0;
            for (MonthProfile.Kind kind : kinds) {
                double weight = (double) kind.days() / days;
                mean[hour] += weight * kind.mean().get(hour);
                variance += weight * kind.spread().get(hour) * kind.spread().get(hour);
            }
            spread[hour] = Math.sqrt(variance);
            total += mean[hour];
            squares += mean[hour] * mean[hour];
            variances += variance;
        }
        double average = total / DayCurve.HOURS;
        // Hours of one day differ by the shape of the profile and by how each strays from it.
        double withinDay = (squares + variances) / DayCurve.HOURS - average * average;
        return Optional.of(new Expectation(
                mean,
                spread,
                total,
                Math.sqrt(variances),
                average == 0 ? 0 : Math.sqrt(Math.max(0, withinDay)) / average));
    }

    private static double[] values(List<DayCurve> days, ToDoubleFunction<DayCurve> value) {
        return days.stream().mapToDouble(value).toArray();
    }

    /** In kWh. */
    public double kwh(int hour) {
        return Double.isNaN(median[hour]) ? 0 : median[hour];
    }

    /** The lower edge of normal, in kWh. */
    public double low(int hour) {
        return Math.max(0, kwh(hour) - BAND * safeSpread(hour));
    }

    /** The upper edge of normal, in kWh. */
    public double high(int hour) {
        return kwh(hour) + BAND * safeSpread(hour);
    }

    private double safeSpread(int hour) {
        return Double.isNaN(spread[hour]) ? 0 : spread[hour];
    }

    /** The usual consumption of such a day, in kWh. */
    public double total() {
        return usualTotal;
    }

    /** How far the total of such a day usually strays, in kWh. */
    public double totalSpread() {
        return totalSpread;
    }

    /** The usual consumption of those hours that were measured of the day, in kWh. */
    public double totalFor(DayCurve day) {
        double all = total(0, DayCurve.HOURS);
        double measured = IntStream.range(0, DayCurve.HOURS)
                .filter(day::has)
                .mapToDouble(this::kwh)
                .sum();
        return all == 0 ? 0 : usualTotal * measured / all;
    }

    /** Expected from the first hour, inclusive, to the last, exclusive, in kWh. */
    public double total(int from, int to) {
        double total = 0;
        for (int hour = from; hour < to; hour++) {
            total += kwh(hour);
        }
        return total;
    }

    /** How much the hours of such a day usually differ: standard deviation over mean. */
    public double variation() {
        return usualVariation;
    }

    /** How alike the shapes of the day and of what is usual are, from -1 to 1. */
    public double correlation(DayCurve day) {
        return Statistics.correlation(day::kwh, hour -> median[hour]);
    }
}
