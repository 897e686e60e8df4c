package io.consumo.consumer.status;

import io.consumo.consumer.detection.Backlog;
import io.consumo.consumer.followup.FollowSchedule;
import io.consumo.consumer.followup.MarkStore;
import io.consumo.consumer.ingest.IngestProgress;
import io.consumo.consumer.status.CheckStores.Checked;
import io.consumo.model.api.Health;
import io.consumo.model.api.PipelinePart;
import io.consumo.service.health.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells how this consumer does, in time also while a store does not answer. */
@Service
public class ReportStatus implements Backlog {

    private static final double BEHIND_AFTER_SECONDS = 60;

    private final IngestProgress ingest;
    private final FollowSchedule followUp;
    private final MarkStore marks;
    private final Lag lag;
    private final CheckStores stores;
    private final StatusProperties properties;
    private final Question<Long> toRead;
    private final Question<Long> toFollow;
    private final InstantSource clock;
    private @Nullable Instant behindSince;

    ReportStatus(
            IngestProgress ingest,
            FollowSchedule followUp,
            MarkStore marks,
            Lag lag,
            CheckStores stores,
            StatusProperties properties,
            InstantSource clock) {
        this.ingest = ingest;
        this.followUp = followUp;
        this.marks = marks;
        this.lag = lag;
        this.stores = stores;
        this.properties = properties;
        this.clock = clock;
        this.toRead = new Question<>(lag::records);
        this.toFollow = new Question<>(marks::open);
    }

    /**
     * What is still to do.
     *
     * @param status UP: this service runs, whatever the stores do
     * @param lag records to be read, null when Kafka does not tell
     * @param marks client-days to be followed up, null when PostgreSQL does not tell
     * @param stores kafka, postgres and mongodb, each UP or DOWN
     * @param advice a sentence for each store that is DOWN: what to do
     */
    public record Work(
            String status, @Nullable Long lag, @Nullable Long marks, Map<String, String> stores, List<String> advice) {}

    public Work work() {
        // Marks that were counted before the lag could miss those of a batch that was stored in between.
        var work = toRead.ask(properties.patience())
                .thenCompose(read -> toFollow.ask(properties.patience()).thenApply(marked -> List.of(read, marked)));
        Map<String, String> status = new TreeMap<>();
        stores.check()
                .forEach(checked -> status.put(checked.store().part(), checked.failure() == null ? "UP" : "DOWN"));
        return new Work(
                "UP", work.join().getFirst().value(), work.join().getLast().value(), status, Health.advice(status));
    }

    @Override
    public boolean isEmpty() {
        return isZero(lag::records) && isZero(marks::open);
    }

    private static boolean isZero(LongSupplier count) {
        try {
            return count.getAsLong() == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }

    public PipelinePart part() {
        var toReadNow = toRead.ask(properties.patience());
        Optional<String> down = storesDown();
        boolean upToDate = Objects.equals(toReadNow.join().value(), 0L);
        // What this one failed at may be stored by another one since.
        Optional<String> failure =
                down.or(() -> upToDate ? Optional.empty() : ingest.failure()).or(followUp::failure);
        double behind = Math.min(secondsBehind(upToDate), ingest.secondsSinceLastStored());
        String status = failure.isPresent() ? "DOWN" : behind > BEHIND_AFTER_SECONDS ? "BEHIND" : "UP";
        return new PipelinePart(
                "consumer",
                status,
                ingest.rate(),
                "readings/s",
                behind,
                status.equals("UP") ? null : status.equals("DOWN") ? "consumer-waits" : "consumer-behind",
                failure.orElse(null));
    }

    /** Since it was first seen that something is to be read: before that there was nothing to store. */
    private synchronized double secondsBehind(boolean upToDate) {
        Instant now = clock.instant();
        behindSince = upToDate ? null : Objects.requireNonNullElse(behindSince, now);
        return behindSince == null ? 0 : Duration.between(behindSince, now).toMillis() / 1000.0;
    }

    /** Which stores do not answer, and why; empty when all do. */
    private Optional<String> storesDown() {
        return stores.check().stream()
                .filter(checked -> checked.failure() != null)
                .map(ReportStatus::told)
                .reduce((one, other) -> one + "; " + other);
    }

    private static String told(Checked checked) {
        return checked.store().title() + " is down: " + checked.failure();
    }
}
