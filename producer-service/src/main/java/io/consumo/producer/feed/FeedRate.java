package io.consumo.producer.feed;

import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Readings sent: per second over the last minute, and in all. */
@Component
public class FeedRate {

    private static final int SECONDS = 60;

    private final InstantSource clock;
    private final long[] counts = new long[SECONDS];
    private final long[] seconds = new long[SECONDS];
    private long total;

    FeedRate(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void count() {
        total++;
        long now = clock.instant().getEpochSecond();
        int index = (int) (now % SECONDS);
        if (seconds[index] != now) {
            seconds[index] = now;
            counts[index] = 0;
        }
        counts[index]++;
    }

    /** Since the start. */
    synchronized long total() {
        return total;
    }

    public synchronized double perSecond() {
        long now = clock.instant().getEpochSecond();
        long sum = 0;
        for (int index = 0; index < SECONDS; index++) {
            sum += seconds[index] > now - SECONDS ? counts[index] : 0;
        }
        return (double) sum / SECONDS;
    }
}
