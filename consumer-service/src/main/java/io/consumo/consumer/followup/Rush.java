package io.consumo.consumer.followup;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Many readings at once, as of a backlog: each batch may bring the same clients again. Months and cases that wait until
 * it is stored follow each client once, not once a batch.
 */
final class Rush {

    /** A backlog's next batch comes sooner. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private final int largeBatch;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private OptionalLong begun = OptionalLong.empty();
    private long lastLarge;

    /**
     * @param largeBatch so many readings in one batch are a rush
     * @param patience from its beginning on; no rush is waited for longer
     */
    Rush(int largeBatch, Duration patience, LongSupplier nanoTime) {
        this.largeBatch = largeBatch;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    synchronized void stored(int readings) {
        if (readings >= largeBatch) {
            lastLarge = nanoTime.getAsLong();
            begun = OptionalLong.of(begun.orElse(lastLarge));
        }
    }

    /** Whether more of it is to be expected, and nobody has waited too long. */
    synchronized boolean isWorthWaitingFor() {
        return begun.isPresent() && isYounger(lastLarge, QUIET) && isYounger(begun.getAsLong(), patience);
    }

    /** All that it brought is followed. */
    synchronized void end() {
        begun = OptionalLong.empty();
    }

    private boolean isYounger(long time, Duration age) {
        return nanoTime.getAsLong() - time < age.toNanos();
    }
}
