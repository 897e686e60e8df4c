package io.consumo.consumer.detection.domain;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Robust figures of samples in which NaN stands for a missing value. */
final class Statistics {

    /** Makes the median absolute deviation of a normal distribution equal its standard deviation. */
    private static final double NORMAL_SPREAD = 1.4826;

    private Statistics() {}

    /** NaN without values. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        // Sorting puts NaN last.
        Arrays.sort(sorted);
        int count = sorted.length;
        while (count > 0 && Double.isNaN(sorted[count - 1])) {
            count--;
        }
        if (count == 0) {
            return Double.NaN;
        }
        int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** NaN without values. */
    static double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** NaN without values. */
    static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
                count++;
            }
        }
        return squares / count;
    }

    /** The scaled median absolute deviation. */
    static double spread(double[] values, double median) {
        double[] deviations = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            deviations[index] = Math.abs(values[index] - median);
        }
        return NORMAL_SPREAD * median(deviations);
    }

    /** Standard deviation over mean; 0 when the mean is 0. */
    static double variation(double[] values) {
        double mean = mean(values);
        return Double.isNaN(mean) || mean == 0 ? 0 : Math.sqrt(variance(values)) / mean;
    }

    /** Pearson's correlation over the hours that both have; 0 when one of them is constant. */
    static double correlation(IntToDoubleFunction left, IntToDoubleFunction right) {
        return correlation(left, right, hour -> 1);
    }

    /** As {@link #correlation(IntToDoubleFunction, IntToDoubleFunction)}, each hour with its weight. */
    static double correlation(IntToDoubleFunction left, IntToDoubleFunction right, IntToDoubleFunction weight) {
        double weights = 0;
        double sumLeft = 0;
        double sumRight = 0;
        double squaresLeft = 0;
        double squaresRight = 0;
        double products = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            double x = left.applyAsDouble(hour);
            double y = right.applyAsDouble(hour);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                double w = weight.applyAsDouble(hour);
                weights += w;
                sumLeft += w * x;
                sumRight += w * y;
                squaresLeft += w * x * x;
                squaresRight += w * y * y;
                products += w * x * y;
            }
        }
        double scale =
                Math.sqrt((weights * squaresLeft - sumLeft * sumLeft) * (weights * squaresRight - sumRight * sumRight));
        return scale < 1e-12 * weights ? 0 : (weights * products - sumLeft * sumRight) / scale;
    }
}
