package io.consumo.consumer.detection.domain;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The block of load, on for some hours and off for the others, that explains best what is more than usual: a least
 * squares fit of a square wave with a duty time.
 *
 * @param from the first hour of the block
 * @param hours that it lasts, over midnight if need be
 * @param kw by how much the block stands out from the other hours
 * @param scaling share of the variance of the change that more of the usual curve explains, from 0 to 1
 * @param fit share of the variance of the change that the block explains, from 0 to 1
 */
public record LoadBlock(int from, int hours, double kw, double scaling, double fit) {

    /** Of the mean hour; no hour is steadier than this. */
    private static final double LEAST_SPREAD = 0.05;

    /** What the block may leave of the change, against what scaling leaves of it. */
    private static final double BETTER = 0.5;

    private static final double MUCH_BETTER = 0.1;

    /** An hour shows the block by this share of its load, and so many of its hours must. */
    private static final double FILLED = 0.5;

    private static final double MOST_HOURS = 0.75;

    /** The best fitting block of a length in the range; hours count by how steady they usually are. */
    public static LoadBlock fit(Stretch stretch, int minimumHours, int maximumHours) {
        double[] weight = weights(stretch);
        double[] change = new double[DayCurve.HOURS];
        double weights = 0;
        double sum = 0;
        for (int hour = 0; hour < change.length; hour++) {
            change[hour] = stretch.observed(hour) - stretch.expected(hour);
            weights += weight[hour];
            sum += weight[hour] * change[hour];
        }
        double mean = sum / weights;
        double variance = 0;
        for (int hour = 0; hour < change.length; hour++) {
            variance += weight[hour] * square(change[hour] - mean);
        }
        LoadBlock best = new LoadBlock(0, minimumHours, 0, 0, 0);
        double most = 0;
        for (int hours = minimumHours; hours <= maximumHours; hours++) {
            double inside = 0;
            double weightInside = 0;
            for (int hour = 0; hour < hours; hour++) {
                inside += weight[hour] * change[hour];
                weightInside += weight[hour];
            }
            for (int from = 0; from < change.length; from++) {
                double on = inside / weightInside;
                double off = (sum - inside) / (weights - weightInside);
                double explained = weightInside * square(on - mean) + (weights - weightInside) * square(off - mean);
                if (on > off && explained > most) {
                    most = explained;
                    best = new LoadBlock(from, hours, on - off, 0, explained / variance);
                }
                int next = (from + hours) % change.length;
                inside += weight[next] * change[next] - weight[from] * change[from];
                weightInside += weight[next] - weight[from];
            }
        }
        double alike = Statistics.correlation(hour -> change[hour], stretch::expected, hour -> weight[hour]);
        return new LoadBlock(best.from, best.hours, best.kw, square(Math.max(0, alike)), best.fit);
    }

    /** An hour that strays much from day to day, as that of a sunset does, tells little. */
    private static double[] weights(Stretch stretch) {
        double[] spreads =
                IntStream.range(0, DayCurve.HOURS).mapToDouble(stretch::spread).toArray();
        double least = Math.max(Stretch.NOTHING, LEAST_SPREAD * stretch.usualHour());
        double steady = Math.max(least, Statistics.median(spreads));
        double[] weights = new double[DayCurve.HOURS];
        for (int hour = 0; hour < weights.length; hour++) {
            weights[hour] = 1 / (square(steady) + square(spreads[hour]));
        }
        return weights;
    }

    private static double square(double value) {
        return value * value;
    }

    /**
     * Whether the block is new: it explains the change much better than more of the same does, much more so where
     * the client has had a greater block at those hours all along, such as street lighting or opening hours.
     */
    public boolean isNewIn(Stretch stretch) {
        double share = kw >= heightOf(stretch::expected) ? BETTER : MUCH_BETTER;
        return 1 - fit <= share * (1 - scaling) && isFilled(stretch);
    }

    /** Whether most of its hours show it: where lighting follows the sun only the first and last do. */
    private boolean isFilled(Stretch stretch) {
        long filled = IntStream.range(from, from + hours)
                .map(hour -> hour % DayCurve.HOURS)
                .filter(hour -> stretch.observed(hour) - stretch.expected(hour) >= FILLED * kw)
                .count();
        return filled >= MOST_HOURS * hours;
    }

    /** How much more than usual the stretch shows in the block's hours than in the others, in kW. */
    double kwIn(Stretch stretch) {
        return heightOf(hour -> stretch.observed(hour) - stretch.expected(hour));
    }

    /** The mean of the block's hours above that of the others, in kW. */
    private double heightOf(IntToDoubleFunction kwh) {
        double inside = 0;
        double outside = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            if (covers(hour)) {
                inside += kwh.applyAsDouble(hour) / hours;
            } else {
                outside += kwh.applyAsDouble(hour) / (DayCurve.HOURS - hours);
            }
        }
        return inside - outside;
    }

    /** Whether the hour of the day belongs to the block. */
    public boolean covers(int hour) {
        return Math.floorMod(hour - from, DayCurve.HOURS) < hours;
    }

    /** The first hour after the block. */
    public int to() {
        return (from + hours) % DayCurve.HOURS;
    }
}
