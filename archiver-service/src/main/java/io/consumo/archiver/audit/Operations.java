package io.consumo.archiver.audit;

import io.consumo.model.Correlation;
import io.consumo.model.api.ArchiveRun;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Runs long operations in the background, each audited, and tells how they do. */
@Component
public class Operations {

    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final int REMEMBERED = 200;

    private final OperationLog log;
    private final InstantSource clock;
    private final OperationTimers timers;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Progress> recent = new LinkedHashMap<>();

    Operations(OperationLog log, InstantSource clock, OperationTimers timers) {
        this.log = log;
        this.clock = clock;
        this.timers = timers;
    }

    /**
     * Starts and returns at once.
     *
     * @throws OperationRunning when it may not run beside one that runs
     */
    public ArchiveRun start(
            String who, OperationKind kind, Map<String, String> parameters, Consumer<Progress> operation) {
        Progress progress = begin(who, kind, parameters);
        String correlation = MDC.get(Correlation.LOG_KEY);
        workers.execute(() -> {
            MDC.put(Correlation.LOG_KEY, correlation);
            finish(progress, operation);
        });
        return progress.told();
    }

    /** Returns when it is over, however it ended. */
    public ArchiveRun run(
            String who, OperationKind kind, Map<String, String> parameters, Consumer<Progress> operation) {
        Progress progress = begin(who, kind, parameters);
        finish(progress, operation);
        return progress.told();
    }

    private synchronized Progress begin(String who, OperationKind kind, Map<String, String> parameters) {
        if (kind.changesTheArchive()) {
            running().ifPresent(run -> {
                throw new OperationRunning(run);
            });
        }
        String id = String.valueOf(log.begin(who, kind, parameters, clock.instant()));
        Progress progress = new Progress(id, kind, who, clock.instant());
        recent.put(id, progress);
        if (recent.size() > REMEMBERED) {
            recent.remove(recent.keySet().iterator().next());
        }
        return progress;
    }

    private void finish(Progress progress, Consumer<Progress> operation) {
        String id = progress.told().id();
        long begun = System.nanoTime();
        try {
            operation.accept(progress);
            if (progress.problems().isEmpty()) {
                log.done(Long.parseLong(id), progress.outcome(), clock.instant());
                progress.finish(null, clock.instant());
            } else {
                failed(progress, String.join("; ", progress.problems()));
            }
        } catch (RuntimeException e) {
            LOG.warn("Operation {} failed", id, e);
            failed(progress, told(e));
        }
        ArchiveRun run = progress.told();
        timers.ended(
                OperationKind.valueOf(run.kind()), run.error() == null, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void failed(Progress progress, String error) {
        try {
            log.failed(Long.parseLong(progress.told().id()), progress.outcome(), error, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("That an operation failed could not be recorded", e);
        }
        progress.finish(error, clock.instant());
    }

    /** Our own exceptions say all; of a store's the first cause does. */
    public static String told(RuntimeException failure) {
        return failure.getClass().getName().startsWith("io.consumo")
                ? String.valueOf(failure.getMessage())
                : String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    /** One that changes the archive, running in this process. */
    public synchronized Optional<ArchiveRun> running() {
        return recent.values().stream()
                .map(Progress::told)
                .filter(run -> run.state().equals("RUNNING"))
                .filter(run -> OperationKind.valueOf(run.kind()).changesTheArchive())
                .findFirst();
    }

    /** By id; empty when there never was one. */
    public Optional<ArchiveRun> find(String id) {
        Progress progress;
        synchronized (this) {
            progress = recent.get(id);
        }
        return progress == null ? log.find(id) : Optional.of(progress.told());
    }

    @PreDestroy
    void end() {
        workers.shutdownNow();
    }
}
