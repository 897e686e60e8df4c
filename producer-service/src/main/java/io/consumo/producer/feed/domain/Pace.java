package io.consumo.producer.feed.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How simulated time runs: behind real time it makes the given number of seconds a second until it has caught up; it
 * never runs ahead, since a reading cannot be sent before its interval ended.
 *
 * @param began the real instant at which simulated time was at {@code from}
 * @param speedup 1 sends at once what ended in the past
 */
public record Pace(Instant began, Instant from, double speedup) {

    public Pace {
        if (!(speedup >= 1) || Double.isInfinite(speedup)) {
            throw new IllegalArgumentException("speedup must be 1 or more, was " + speedup);
        }
    }

    /** How long after the real instant the simulated one is due; negative when it is overdue. */
    public Duration until(Instant simulated, Instant real) {
        if (speedup == 1) {
            return Duration.between(real, simulated);
        }
        long nanos = (long) (Duration.between(from, simulated).toNanos() / speedup);
        Instant due = began.plusNanos(nanos);
        return Duration.between(real, due.isBefore(simulated) ? simulated : due);
    }
}
