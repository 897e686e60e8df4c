package io.consumo.api.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads sums over all clients. */
public interface LoadQuery {

    /** Every day from the first to the last, both included. */
    Map<LocalDate, DayLoad> days(LocalDate from, LocalDate to);

    /** How many clients have readings on the day or later. */
    int clientsSince(LocalDate day);

    /** When the newest reading arrived; null before the first one. */
    @Nullable
    Instant lastReadingAt();
}
