package io.consumo.consumer.detection.domain;

/**
 * The block of load, on for some hours and off for the others, that explains best what is more than usual: a least
 * squares fit of a square wave with a duty time.
 *
 * @param from the first hour of the block
 * @param hours that it lasts, over midnight if need be
 * @param kw by how much the block stands out from the other hours
 * @param fit share of the variance of the change that the block explains, from 0 to 1
 */
public record LoadBlock(int from, int hours, double kw, double fit) {

    /** The best fitting block of a length in the range. */
    public static LoadBlock fit(Stretch stretch, int minimumHours, int maximumHours) {
        double[] change = new double[DayCurve.HOURS];
        double sum = 0;
        for (int hour = 0; hour < change.length; hour++) {
            change[hour] = stretch.observed(hour) - stretch.expected(hour);
            sum += change[hour];
        }
        double mean = sum / change.length;
        double variance = 0;
        for (double value : change) {
            variance += (value - mean) * (value - mean);
        }
        int bestFrom = 0;
        int bestHours = minimumHours;
        double best = -1;
        double bestOn = 0;
        for (int hours = minimumHours; hours <= maximumHours; hours++) {
            double inside = 0;
            for (int hour = 0; hour < hours; hour++) {
                inside += change[hour];
            }
            for (int from = 0; from < change.length; from++) {
                double on = inside / hours;
                double off = (sum - inside) / (change.length - hours);
                double explained =
                        hours * (on - mean) * (on - mean) + (change.length - hours) * (off - mean) * (off - mean);
                if (on > off && explained > best) {
                    best = explained;
                    bestFrom = from;
                    bestHours = hours;
                    bestOn = on;
                }
                inside += change[(from + hours) % change.length] - change[from];
            }
        }
        double off = (sum - bestOn * bestHours) / (change.length - bestHours);
        return new LoadBlock(
                bestFrom, bestHours, best < 0 ? 0 : bestOn - off, variance <= 0 ? 0 : Math.max(0, best) / variance);
    }

    /** The first hour after the block. */
    public int to() {
        return (from + hours) % DayCurve.HOURS;
    }
}
