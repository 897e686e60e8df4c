package io.consumo.model;

import java.util.List;
import java.util.Optional;

/** The lengths of interval that a meter may report. */
public enum IntervalLength {
    QUARTER_HOUR(15),
    HALF_HOUR(30),
    HOUR(60);

    private static final List<IntervalLength> ALL = List.of(values());

    private final int minutes;

    IntervalLength(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public int seconds() {
        return minutes * 60;
    }

    /** How many intervals of this length fill a clock hour: 4, 2 or 1. */
    public int perHour() {
        return 60 / minutes;
    }

    public static Optional<IntervalLength> ofMinutes(long minutes) {
        for (IntervalLength length : ALL) {
            if (length.minutes == minutes) {
                return Optional.of(length);
            }
        }
        return Optional.empty();
    }

    /** The allowed numbers of minutes, for error messages. */
    public static List<Integer> allowedMinutes() {
        return ALL.stream().map(IntervalLength::minutes).toList();
    }
}
