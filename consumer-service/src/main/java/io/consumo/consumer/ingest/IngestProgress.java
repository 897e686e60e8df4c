package io.consumo.consumer.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How fast readings are stored by this consumer, and what it last failed at. */
@Component
public class IngestProgress {

    private static final Duration SPAN = Duration.ofSeconds(10);

    private record Batch(Instant at, int readings) {}

    private final InstantSource clock;
    private final Counter retries;
    private final Deque<Batch> recent = new ArrayDeque<>();
    private Optional<String> failure = Optional.empty();
    private Instant lastStored;

    IngestProgress(InstantSource clock, MeterRegistry meters) {
        this.clock = clock;
        this.retries = Counter.builder("consumo.retries")
                .description("Batches and follow-ups that failed and are tried again")
                .tag("step", "ingest")
                .register(meters);
        this.lastStored = clock.instant();
    }

    synchronized void add(int readings) {
        forgetOld();
        lastStored = clock.instant();
        recent.addLast(new Batch(lastStored, readings));
        failure = Optional.empty();
    }

    /** Records why the last batch could not be stored; the next success forgets it. */
    public synchronized void fail(String reason) {
        retries.increment();
        failure = Optional.of(reason);
    }

    public synchronized Optional<String> failure() {
        return failure;
    }

    /** Since the last batch was stored, or since the start. */
    public synchronized double secondsSinceLastStored() {
        return Duration.between(lastStored, clock.instant()).toMillis() / 1000.0;
    }

    /** Readings a second over the last ten seconds. */
    public synchronized double rate() {
        forgetOld();
        return recent.stream().mapToInt(Batch::readings).sum() / (double) SPAN.toSeconds();
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(SPAN);
        for (Iterator<Batch> batches = recent.iterator(); batches.hasNext(); ) {
            if (batches.next().at().isAfter(oldest)) {
                return;
            }
            batches.remove();
        }
    }
}
