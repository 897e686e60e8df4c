package io.consumo.consumer.status;

import io.consumo.consumer.detection.Backlog;
import io.consumo.consumer.followup.FollowSchedule;
import io.consumo.consumer.followup.MarkStore;
import io.consumo.consumer.ingest.IngestProgress;
import io.consumo.model.api.PipelinePart;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells how this consumer does, also when a store does not answer. */
@Service
public class ReportStatus implements Backlog {

    private static final double BEHIND_AFTER_SECONDS = 60;

    /** A store that takes longer counts as down; the API waits a little longer for what this tells. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final IngestProgress ingest;
    private final FollowSchedule followUp;
    private final MarkStore marks;
    private final Lag lag;
    private final List<StoreProbe> stores;

    ReportStatus(IngestProgress ingest, FollowSchedule followUp, MarkStore marks, Lag lag, List<StoreProbe> stores) {
        this.ingest = ingest;
        this.followUp = followUp;
        this.marks = marks;
        this.lag = lag;
        this.stores =
                stores.stream().sorted(Comparator.comparing(StoreProbe::store)).toList();
    }

    /**
     * What is still to do.
     *
     * @param lag records to be read, null when Kafka does not tell
     * @param marks client-days to be followed up, null when PostgreSQL does not tell
     * @param down the stores that do not answer
     */
    public record Work(
            String status, @Nullable Long lag, @Nullable Long marks, List<String> down) {}

    public Work work() {
        List<Asked> asked = askStores();
        // One after the other: marks that were counted before the lag could miss those of a batch stored in between.
        Optional<Long> toRead = ask(lag::records).join();
        Optional<Long> toFollow = ask(marks::open).join();
        return new Work("UP", toRead.orElse(null), toFollow.orElse(null), down(asked));
    }

    @Override
    public boolean isEmpty() {
        Work work = work();
        return isZero(work.lag()) && isZero(work.marks());
    }

    private static boolean isZero(@Nullable Long count) {
        return count != null && count == 0;
    }

    public PipelinePart part() {
        List<Asked> asked = askStores();
        Optional<Long> toRead = ask(lag::records).join();
        Optional<String> failure = Optional.of(down(asked))
                .filter(down -> !down.isEmpty())
                .map(down ->
                        down.stream().map(store -> store + " does not answer").collect(Collectors.joining("; ")))
                .or(ingest::failure)
                .or(followUp::failure);
        double behind = isZero(toRead.orElse(null)) ? 0 : ingest.secondsSinceLastStored();
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

    private record Asked(String store, CompletableFuture<Optional<Boolean>> answer) {}

    private List<Asked> askStores() {
        return stores.stream()
                .map(probe -> new Asked(probe.store(), ask(() -> {
                    probe.ask();
                    return true;
                })))
                .toList();
    }

    private static List<String> down(List<Asked> asked) {
        return asked.stream()
                .filter(one -> one.answer().join().isEmpty())
                .map(Asked::store)
                .toList();
    }

    private static <T> CompletableFuture<Optional<T>> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, THREADS)
                .thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> Optional.empty());
    }
}
