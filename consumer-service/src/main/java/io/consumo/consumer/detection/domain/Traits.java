package io.consumo.consumer.detection.domain;

import java.util.List;

/**
 * What a client's accepted days have in common, weekdays and weekends together. In kWh.
 *
 * @param total mean of the days' totals
 * @param totalSpread their standard deviation, weekdays and weekends each about their own mean
 * @param lowest of the totals
 * @param highest of the totals
 * @param base mean of the six lowest hours of each day: what runs when nobody is there
 * @param peak mean of the three highest hours of each day
 * @param variation mean of the days' standard deviation over mean
 * @param deadHours mean number of hours without any consumption
 */
public record Traits(
        double total,
        double totalSpread,
        double lowest,
        double highest,
        double base,
        double peak,
        double variation,
        double deadHours) {

    /** A smaller share of the mean hour is no base: street lighting, an irrigation pump. */
    private static final double LEAST_BASE = 0.03;

    static final Traits NONE = new Traits(0, 0, 0, 0, 0, 0, 0, 0);

    /** Whether something always runs, so that its fall can be told. */
    boolean hasBase() {
        return base > LEAST_BASE * total / DayCurve.HOURS;
    }

    static Traits of(List<DayCurve> days) {
        if (days.isEmpty()) {
            return NONE;
        }
        double total = 0;
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        double base = 0;
        double peak = 0;
        double variation = 0;
        double dead = 0;
        for (DayCurve day : days) {
            total += day.total();
            lowest = Math.min(lowest, day.total());
            highest = Math.max(highest, day.total());
            base += day.base();
            peak += day.peak();
            variation += day.variation();
            dead += day.deadHours();
        }
        int count = days.size();
        return new Traits(
                total / count,
                Math.sqrt((squaresAboutTheMean(days, false) + squaresAboutTheMean(days, true)) / count),
                lowest,
                highest,
                base / count,
                peak / count,
                variation / count,
                dead / count);
    }

    private static double squaresAboutTheMean(List<DayCurve> days, boolean isWeekend) {
        double[] totals = days.stream()
                .filter(day -> day.isWeekend() == isWeekend)
                .mapToDouble(DayCurve::total)
                .toArray();
        return totals.length == 0 ? 0 : totals.length * Statistics.variance(totals);
    }

    /** The mean of several, each with its weight; the lowest and highest of all. */
    static Traits mean(List<Traits> all, double[] weights) {
        double sum = 0;
        double total = 0;
        double squares = 0;
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        double base = 0;
        double peak = 0;
        double variation = 0;
        double dead = 0;
        for (int index = 0; index < weights.length; index++) {
            Traits one = all.get(index);
            double weight = weights[index];
            sum += weight;
            total += weight * one.total;
            squares += weight * (one.totalSpread * one.totalSpread + one.total * one.total);
            lowest = Math.min(lowest, one.lowest);
            highest = Math.max(highest, one.highest);
            base += weight * one.base;
            peak += weight * one.peak;
            variation += weight * one.variation;
            dead += weight * one.deadHours;
        }
        double mean = total / sum;
        return new Traits(
                mean,
                Math.sqrt(Math.max(0, squares / sum - mean * mean)),
                lowest,
                highest,
                base / sum,
                peak / sum,
                variation / sum,
                dead / sum);
    }
}
