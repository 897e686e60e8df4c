package io.consumo.consumer.evaluate;

import io.consumo.model.AnomalyType;
import java.util.Arrays;
import java.util.List;

/** Fixed rules as they are commonly written, to compare with: the mean of the last days against the days before. */
enum NaiveRule {
    /** The week's mean is over 2.5 times the usual. */
    WEEK_OVER_2_5("7-day mean over 2.5x", AnomalyType.SPIKE, 7) {
        @Override
        double timesThreshold(double[] usual, List<double[]> recent) {
            return mean(recent) / mean(List.of(usual)) / 2.5;
        }
    },
    /** The mean of four weeks is under half of the usual. */
    MONTH_UNDER_HALF("28-day mean under half", AnomalyType.FRAUD, 28) {
        @Override
        double timesThreshold(double[] usual, List<double[]> recent) {
            return 0.5 * mean(List.of(usual)) / Math.max(mean(recent), 1e-9);
        }
    },
    /** The hours of a day hardly differ. */
    VARIATION_UNDER_0_15("variation in the day under 0.15", AnomalyType.FRAUD, 7) {
        @Override
        double timesThreshold(double[] usual, List<double[]> recent) {
            double[] variations =
                    recent.stream().mapToDouble(NaiveRule::variation).sorted().toArray();
            return 0.15 / Math.max(variations[variations.length / 2], 1e-9);
        }
    },
    /** A block of 12 or 18 hours stands out from the usual curve by more than 1.5 kW, with R2 over 0.8. */
    SQUARE_WAVE("new square wave over 1.5 kW", AnomalyType.PLANTATION, 7) {
        @Override
        double timesThreshold(double[] usual, List<double[]> recent) {
            double[] change = new double[usual.length];
            for (int hour = 0; hour < change.length; hour++) {
                for (double[] day : recent) {
                    change[hour] += day[hour] / recent.size();
                }
                change[hour] -= usual[hour];
            }
            return Math.max(squareWave(change, 12), squareWave(change, 18));
        }
    };

    private final String title;
    private final AnomalyType type;
    private final int days;

    NaiveRule(String title, AnomalyType type, int days) {
        this.title = title;
        this.type = type;
        this.days = days;
    }

    /**
     * How far the recent days lie beyond the threshold: 1 at the threshold, more beyond it.
     *
     * @param usual mean kWh of each hour before
     */
    abstract double timesThreshold(double[] usual, List<double[]> recent);

    String title() {
        return title;
    }

    AnomalyType type() {
        return type;
    }

    /** How many days its mean spans. */
    int days() {
        return days;
    }

    private static double mean(List<double[]> days) {
        return days.stream().flatMapToDouble(Arrays::stream).average().orElse(0);
    }

    private static double variation(double[] day) {
        double mean = Arrays.stream(day).average().orElse(0);
        double squares =
                Arrays.stream(day).map(value -> (value - mean) * (value - mean)).sum();
        return mean == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / day.length) / mean;
    }

    /** The best fitting block's height over 1.5 kW, where it explains four fifths of the change. */
    private static double squareWave(double[] change, int length) {
        double mean = Arrays.stream(change).average().orElse(0);
        double all = Arrays.stream(change)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double best = 0;
        for (int start = 0; start < change.length; start++) {
            double on = 0;
            for (int hour = start; hour < start + length; hour++) {
                on += change[hour % change.length] / length;
            }
            double off = (mean * change.length - on * length) / (change.length - length);
            double explained =
                    length * (on - mean) * (on - mean) + (change.length - length) * (off - mean) * (off - mean);
            if (all > 0 && explained / all > 0.8) {
                best = Math.max(best, (on - off) / 1.5);
            }
        }
        return best;
    }
}
