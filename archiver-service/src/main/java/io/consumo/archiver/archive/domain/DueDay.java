package io.consumo.archiver.archive.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that lies beyond the window.
 *
 * @param delay why it may not go yet, null when it may go now
 */
public record DueDay(
        LocalDate day,
        long rows,
        long clients,
        long bytes,
        Instant newestWrite,
        @Nullable Delay delay) {

    /**
     * What a day waits for.
     *
     * @param until null where nobody can say
     */
    public record Delay(Reason reason, @Nullable Instant until) {}

    /** Why a day beyond the window stays. */
    public enum Reason {
        WRITTEN_RECENTLY,
        /** Months and cases have not followed its readings. */
        NOT_FOLLOWED
    }

    static DueDay of(StoredDay stored, @Nullable Delay delay) {
        return new DueDay(stored.day(), stored.rows(), stored.clients(), stored.bytes(), stored.newestWrite(), delay);
    }
}
