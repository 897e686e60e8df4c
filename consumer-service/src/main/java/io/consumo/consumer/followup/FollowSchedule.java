package io.consumo.consumer.followup;

import io.consumo.consumer.ingest.ReadingsStored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    private final FollowMarks follow;
    private final FollowupProperties properties;
    private final Counter retries;
    private final Semaphore wake = new Semaphore(0);
    private volatile Optional<String> failure = Optional.empty();
    private volatile Optional<Thread> worker = Optional.empty();

    FollowSchedule(FollowMarks follow, FollowupProperties properties, MeterRegistry meters) {
        this.retries = Counter.builder("consumo.retries")
                .description("Batches and follow-ups that failed and are tried again")
                .tag("step", "followup")
                .register(meters);
        this.follow = follow;
        this.properties = properties;
    }

    @EventListener
    void readingsStored(ReadingsStored event) {
        wake.release();
    }

    /** Why the last run failed; empty after a good one. */
    public Optional<String> failure() {
        return failure;
    }

    private void work() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    wake.drainPermits();
                    int followed = follow.follow();
                    failure = Optional.empty();
                    pause = FIRST_PAUSE_MILLIS;
                    if (followed == 0) {
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

    @Override
    public void start() {
        worker = Optional.of(Thread.ofPlatform().name("follow-up").start(this::work));
    }

    @Override
    public void stop() {
        worker.ifPresent(thread -> {
            thread.interrupt();
            try {
                thread.join(properties.longestPause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        worker = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return worker.isPresent();
    }
}
