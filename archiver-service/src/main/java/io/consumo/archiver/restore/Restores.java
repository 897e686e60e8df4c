package io.consumo.archiver.restore;

import io.consumo.archiver.files.domain.DayRow;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.store.StoredDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What was loaded back from the archive, each restore in a place of its own. */
public interface Restores {

    /** All that are or were, newest first. */
    List<ArchiveRestore> all();

    /** Begins one; its days are not to be seen yet. */
    String begin(RestoreRequest request, String who, Instant at, Instant expiresAt);

    /**
     * Loads it and lets its days be seen, all at once.
     *
     * @param days gives the rows, day by day
     */
    void load(String id, Consumer<BiConsumer<LocalDate, DayRow>> days);

    /** Ends one and frees its room; false when it is not there. */
    boolean release(String id, Instant at);

    /** Those that are there and whose time is over. */
    List<ArchiveRestore> expired(Instant at);

    /** The client's days that are there, in order. */
    List<StoredDay> ofClient(String clientId, LocalDate from, LocalDate to);
}
