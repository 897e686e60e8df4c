package io.consumo.consumer.detection.domain;

/** A usual weekday or weekend day of a client: the middle and the spread of each local hour. In kWh. */
final class UsualDay {

    /** Half the width of the band of normal, in robust standard deviations. */
    private static final double BAND = 2;

    private final double[] middle;
    private final double[] mean;
    private final double[] spread;
    private final double noise;
    private final double total;
    private final double totalSpread;

    /**
     * Of each hour its figures.
     *
     * @param mean of each hour; the means add up to the total
     * @param spread robust standard deviation of each hour
     * @param noise mean variance of the hours from day to day
     * @param totalSpread how far the total usually strays
     */
    UsualDay(double[] middle, double[] mean, double[] spread, double noise, double total, double totalSpread) {
        this.middle = middle.clone();
        this.mean = mean.clone();
        this.spread = spread.clone();
        this.noise = noise;
        this.total = total;
        this.totalSpread = totalSpread;
    }

    double total() {
        return total;
    }

    double totalSpread() {
        return totalSpread;
    }

    double mean(int hour) {
        return mean[hour];
    }

    /** The correlation with the usual day that the mean of so many honest days can be expected to have. */
    double likeness(int days) {
        double average = Statistics.mean(mean);
        double signal = 0;
        for (double value : mean) {
            signal += (value - average) * (value - average) / mean.length;
        }
        return signal == 0 ? 0 : Math.sqrt(signal / (signal + noise / days));
    }

    /** The standard deviation of the mean of so many honest days, in the middle one of the hours. */
    double noise(int days) {
        return Statistics.median(spread) / Math.sqrt(days);
    }

    double kwh(int hour) {
        return middle[hour];
    }

    double spread(int hour) {
        return spread[hour];
    }

    /** The lower edge of normal. */
    double low(int hour) {
        return Math.max(0, middle[hour] - BAND * spread[hour]);
    }

    /** The upper edge of normal. */
    double high(int hour) {
        return middle[hour] + BAND * spread[hour];
    }

    /** The usual consumption of those hours that were measured of the day. */
    double totalFor(DayCurve day) {
        double all = 0;
        double measured = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            all += mean[hour];
            measured += day.has(hour) ? mean[hour] : 0;
        }
        return all == 0 ? 0 : total * measured / all;
    }
}
