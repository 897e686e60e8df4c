package io.consumo.consumer.status;

import io.consumo.consumer.detection.Backlog;
import io.consumo.consumer.followup.FollowSchedule;
import io.consumo.consumer.followup.MarkStore;
import io.consumo.consumer.ingest.IngestProgress;
import io.consumo.model.api.PipelinePart;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells how this consumer does. */
@Service
public class ReportStatus implements Backlog {

    private static final double BEHIND_AFTER_SECONDS = 60;

    private final IngestProgress ingest;
    private final FollowSchedule followUp;
    private final MarkStore marks;
    private final Lag lag;

    ReportStatus(IngestProgress ingest, FollowSchedule followUp, MarkStore marks, Lag lag) {
        this.ingest = ingest;
        this.followUp = followUp;
        this.marks = marks;
        this.lag = lag;
    }

    /**
     * What is still to do.
     *
     * @param lag records to be read, null when Kafka does not tell
     * @param marks client-days to be followed up, null when PostgreSQL does not tell
     */
    public record Work(
            String status, @Nullable Long lag, @Nullable Long marks) {}

    public Work work() {
        return new Work("UP", orNull(lag::records), orNull(marks::open));
    }

    @Override
    public boolean isEmpty() {
        Work work = work();
        return isZero(work.lag()) && isZero(work.marks());
    }

    private static boolean isZero(@Nullable Long count) {
        return count != null && count == 0;
    }

    private static @Nullable Long orNull(LongSupplier count) {
        try {
            return count.getAsLong();
        } catch (RuntimeException e) {
            return null;
        }
    }

    public PipelinePart part() {
        // Not the marks: they would wait for a PostgreSQL that is down, and this has to answer just then.
        Long toRead = orNull(lag::records);
        Optional<String> failure = ingest.failure().or(followUp::failure);
        double behind = isZero(toRead) ? 0 : ingest.secondsSinceLastStored();
        String status =
                failure.isPresent() || toRead == null ? "DOWN" : behind > BEHIND_AFTER_SECONDS ? "BEHIND" : "UP";
        return new PipelinePart(
                "consumer",
                status,
                ingest.rate(),
                "readings/s",
                behind,
                status.equals("UP") ? null : status.equals("DOWN") ? "consumer-waits" : "consumer-behind",
                failure.orElse(null));
    }
}
