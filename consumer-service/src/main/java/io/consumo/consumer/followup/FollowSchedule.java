package io.consumo.consumer.followup;

import io.consumo.consumer.ingest.ReadingsStored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows marks as soon as a batch is stored, and looks now and then for those that another consumer left. */
@Component
public class FollowSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FollowSchedule.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long RUSH_PAUSE_MILLIS = 100;

    /** A run that a store holds up longer is left: nothing of it was committed, and its marks are followed later. */
    private static final Duration PATIENCE_TO_END = Duration.ofSeconds(1);

    private final FollowMarks follow;
    private final FollowupProperties properties;
    private final Counter retries;
    private final Rush rush;
    private volatile Optional<String> failure = Optional.empty();
    private volatile List<Worker> workers = List.of();

    private record Worker(Semaphore wake, Thread thread) {}

    FollowSchedule(FollowMarks follow, FollowupProperties properties, MeterRegistry meters) {
        this.retries = Counter.builder("consumo.retries")
                .description("Batches and follow-ups that failed and are tried again")
                .tag("step", "followup")
                .register(meters);
        this.rush = new Rush(properties.rushBatch(), properties.rushPatience(), System::nanoTime);
        this.follow = follow;
        this.properties = properties;
    }

    @EventListener
    void readingsStored(ReadingsStored event) {
        rush.stored(event.readings());
        workers.forEach(worker -> worker.wake().release());
    }

    /** Why the last run failed; empty after a good one. */
    public Optional<String> failure() {
        return failure;
    }

    private void work(Semaphore wake) {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    wake.drainPermits();
                    if (rush.isWorthWaitingFor()) {
                        boolean unused = wake.tryAcquire(RUSH_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                        continue;
                    }
                    int followed = follow.follow();
                    failure = Optional.empty();
                    pause = FIRST_PAUSE_MILLIS;
                    if (followed == 0) {
                        rush.end();
                        boolean unused = wake.tryAcquire(properties.pause().toMillis(), TimeUnit.MILLISECONDS);
                    }
                } catch (RuntimeException e) {
                    retries.increment();
                    failure = Optional.of(String.valueOf(e.getMessage()));
                    log.warn("Months and cases wait, next try in {} ms: {}", pause, e.getMessage());
                    log.debug("Follow-up failed", e);
                    Thread.sleep(pause);
                    pause = Math.min(2 * pause, properties.longestPause().toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Worker startWorker(int number) {
        Semaphore wake = new Semaphore(0);
        return new Worker(wake, Thread.ofPlatform().name("follow-up-" + number).start(() -> work(wake)));
    }

    @Override
    public void start() {
        workers = IntStream.rangeClosed(1, properties.workers())
                .mapToObj(this::startWorker)
                .toList();
    }

    @Override
    public void stop() {
        workers.forEach(worker -> worker.thread().interrupt());
        long giveUpAt = System.nanoTime() + PATIENCE_TO_END.toNanos();
        for (Worker worker : workers) {
            try {
                worker.thread().join(Duration.ofNanos(Math.max(1, giveUpAt - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        workers = List.of();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
