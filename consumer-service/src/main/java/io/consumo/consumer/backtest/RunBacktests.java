package io.consumo.consumer.backtest;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.backtest.BacktestStore.Kept;
import io.consumo.consumer.detection.LiveRules;
import io.consumo.consumer.detection.UnknownRule;
import io.consumo.consumer.detection.domain.RuleBook;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Runs one backtest at a time, beside the live judgement. A stop of the service ends it. */
@Service
public class RunBacktests implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RunBacktests.class);
    private static final String RUNNING = "RUNNING";
    private static final String DONE = "DONE";
    private static final String FAILED = "FAILED";
    private static final String STOPPED = "the consumer was stopped";
    private static final long PATIENCE_MILLIS = 3_000;

    private final Replay replay;
    private final BacktestStore store;
    private final LiveRules rules;
    private final InstallationProperties installation;
    private final BacktestProperties properties;
    private final InstantSource clock;
    private @Nullable Thread worker;
    private volatile boolean running;

    RunBacktests(
            Replay replay,
            BacktestStore store,
            LiveRules rules,
            InstallationProperties installation,
            BacktestProperties properties,
            InstantSource clock) {
        this.replay = replay;
        this.store = store;
        this.rules = rules;
        this.installation = installation;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Begins.
     *
     * @param by who asked
     * @throws InvalidBacktest when there is nothing sensible to try
     * @throws BacktestRunning while another one runs, here or in another consumer
     */
    public synchronized Backtest start(BacktestRequest request, String by) {
        RuleBook live = rules.book();
        RuleBook tried = tried(live, request);
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        LocalDate from = Objects.requireNonNullElse(request.from(), today.minusDays(installation.windowDays()));
        LocalDate to = Objects.requireNonNullElse(request.to(), today.minusDays(1));
        if (from.isAfter(to)) {
            throw new InvalidBacktest("from must not be after to, was " + from + " and " + to);
        }
        store.newest()
                .map(this::seen)
                .filter(one -> one.state().equals(RUNNING))
                .ifPresent(other -> {
                    throw new BacktestRunning(other);
                });
        Backtest begun = new Backtest(
                UUID.randomUUID().toString(),
                RUNNING,
                by,
                clock.instant(),
                null,
                request,
                from,
                to,
                0,
                replay.clients(),
                null,
                null);
        store.write(begun, clock.instant());
        worker = Thread.ofPlatform()
                .name("backtest")
                .priority(Thread.MIN_PRIORITY)
                .start(() -> run(begun, live, tried));
        return begun;
    }

    public Optional<Backtest> find(String id) {
        return store.find(id).map(this::seen);
    }

    private RuleBook tried(RuleBook live, BacktestRequest request) {
        if (request.rules().isEmpty()) {
            throw new InvalidBacktest("rules must name at least one rule");
        }
        RuleBook book = live;
        try {
            for (Map.Entry<String, BacktestRequest.Trial> trial :
                    request.rules().entrySet()) {
                book = book.with(rules.changed(
                        trial.getKey(),
                        trial.getValue().enabled(),
                        trial.getValue().thresholds()));
            }
        } catch (UnknownRule e) {
            throw new InvalidBacktest(String.valueOf(e.getMessage()));
        }
        return book;
    }

    /** As it is: of one whose consumer is gone it is known that nothing will come. */
    private Backtest seen(Kept kept) {
        return kept.backtest().state().equals(RUNNING)
                        && kept.seenAt().isBefore(clock.instant().minus(properties.givenUpAfter()))
                ? failed(kept.backtest(), kept.seenAt(), "it was interrupted")
                : kept.backtest();
    }

    private void run(Backtest begun, RuleBook live, RuleBook tried) {
        Telling telling = new Telling(begun);
        try {
            Backtest.Outcome outcome =
                    replay.run(rules.detector(live), rules.detector(tried), begun.from(), begun.to(), telling::done);
            store.write(ended(telling.last, DONE, clock.instant(), null, outcome), clock.instant());
        } catch (InterruptedException e) {
            keep(failed(telling.last, clock.instant(), STOPPED));
        } catch (RuntimeException e) {
            // A store's driver tells of a stop in its own way; with the flag set it would not keep the failure either.
            if (Thread.interrupted()) {
                keep(failed(telling.last, clock.instant(), STOPPED));
            } else {
                LOG.warn("Backtest {} failed", begun.id(), e);
                keep(failed(telling.last, clock.instant(), String.valueOf(e.getMessage())));
            }
        }
    }

    private void keep(Backtest failed) {
        try {
            store.write(failed, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Backtest {} stays untold: {}", failed.id(), e.getMessage());
        }
    }

    private static Backtest failed(Backtest backtest, Instant at, String error) {
        return ended(backtest, FAILED, at, error, null);
    }

    private static Backtest ended(
            Backtest one, String state, Instant at, @Nullable String error, Backtest.@Nullable Outcome outcome) {
        return new Backtest(
                one.id(),
                state,
                one.by(),
                one.startedAt(),
                at,
                one.request(),
                one.from(),
                one.to(),
                one.clientsDone(),
                one.clients(),
                error,
                outcome);
    }

    /** Keeps the progress now and then. */
    private final class Telling {

        private Backtest last;
        private Instant toldAt;

        Telling(Backtest begun) {
            this.last = begun;
            this.toldAt = begun.startedAt();
        }

        void done(int clients) {
            last = new Backtest(
                    last.id(),
                    last.state(),
                    last.by(),
                    last.startedAt(),
                    null,
                    last.request(),
                    last.from(),
                    last.to(),
                    clients,
                    Math.max(clients, last.clients()),
                    null,
                    null);
            Instant now = clock.instant();
            if (!now.isBefore(toldAt.plus(properties.tellEvery()))) {
                toldAt = now;
                store.write(last, now);
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        Thread stopped = worker;
        if (stopped != null) {
            stopped.interrupt();
            try {
                stopped.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
