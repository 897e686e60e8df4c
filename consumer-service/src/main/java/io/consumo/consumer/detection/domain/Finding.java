package io.consumo.consumer.detection.domain;

import java.util.Map;

/**
 * What a rule found on one day.
 *
 * @param score 50 at the threshold, comparable across rules and without an upper end
 * @param days on which it shows on end, the judged day the last of them
 * @param figures for the explanation, by name
 */
public record Finding(int score, int days, Map<String, Double> figures) {

    private static final int AT_THRESHOLD = 50;
    private static final double PER_DOUBLING = 20;

    /**
     * Scores by how far the day lies beyond the threshold: 50 at the threshold, 20 more with each doubling.
     *
     * @param timesThreshold 1 at the threshold, more beyond it
     */
    public static Finding beyond(double timesThreshold, Map<String, Double> figures) {
        double doublings = Math.log(Math.max(1, timesThreshold)) / Math.log(2);
        return new Finding((int) Math.round(AT_THRESHOLD + PER_DOUBLING * doublings), 1, figures);
    }

    /** The same, showing on each day of the stretch. */
    public Finding onAllOf(Stretch stretch) {
        return new Finding(score, stretch.days().size(), figures);
    }
}
