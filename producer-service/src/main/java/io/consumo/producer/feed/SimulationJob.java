package io.consumo.producer.feed;

import io.consumo.model.Correlation;
import io.consumo.model.api.SimulationRun;
import io.consumo.model.file.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One simulation while it waits, runs and after it ended. */
final class SimulationJob implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationJob.class);

    private final String id;
    private final SimulationOrder order;
    private final InstantSource clock;
    private final Instant startedAt;
    private final @Nullable String correlation = MDC.get(Correlation.LOG_KEY);
    private volatile long expected;
    private volatile long done;
    private volatile Outcome outcome = new Outcome("WAITING", null, null, null);

    SimulationJob(String id, SimulationOrder order, InstantSource clock) {
        this.id = id;
        this.order = order;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    private record Outcome(
            String status,
            @Nullable Long readings,
            @Nullable Instant finishedAt,
            @Nullable String error) {}

    String id() {
        return id;
    }

    void run(FeedReadings feed) {
        outcome = new Outcome("RUNNING", null, null, null);
        MDC.put(Correlation.LOG_KEY, correlation);
        try {
            long readings = order.run(feed, this).readings();
            outcome = new Outcome("DONE", readings, clock.instant(), null);
        } catch (RuntimeException e) {
            LOG.warn("Simulation {} failed", id, e);
            outcome = new Outcome("FAILED", null, clock.instant(), e.getMessage());
        } finally {
            MDC.remove(Correlation.LOG_KEY);
        }
    }

    @Override
    public void expect(long steps) {
        expected = steps;
    }

    @Override
    public void at(long step) {
        done = step;
    }

    SimulationRun snapshot() {
        Outcome now = outcome;
        return new SimulationRun(
                id,
                order.mode().name().toLowerCase(Locale.ROOT),
                order.meters().clients(),
                now.status(),
                done,
                expected,
                now.readings(),
                startedAt,
                now.finishedAt(),
                now.error());
    }
}
