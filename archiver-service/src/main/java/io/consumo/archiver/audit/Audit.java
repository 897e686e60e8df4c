package io.consumo.archiver.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs operations so that each leaves its trace, whatever becomes of it. */
@Component
public class Audit {

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final OperationLog log;
    private final InstantSource clock;
    private final OperationTimers timers;

    Audit(OperationLog log, InstantSource clock, OperationTimers timers) {
        this.log = log;
        this.clock = clock;
        this.timers = timers;
    }

    /** Records the beginning first, so that an operation that was killed shows as never finished. */
    public <T> T recorded(
            String who,
            OperationKind kind,
            Map<String, String> parameters,
            Supplier<T> operation,
            Function<T, Outcome> outcome) {
        long id = log.begin(who, kind, parameters, clock.instant());
        long begun = System.nanoTime();
        boolean done = false;
        try {
            T result = operation.get();
            log.done(id, outcome.apply(result), clock.instant());
            done = true;
            return result;
        } catch (RuntimeException e) {
            recordFailure(id, e);
            throw e;
        } finally {
            timers.ended(kind, done, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private void recordFailure(long id, RuntimeException failure) {
        try {
            log.failed(id, Outcome.NOTHING, failure.toString(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Operation {} failed, which could not be recorded", id, e);
        }
    }
}
