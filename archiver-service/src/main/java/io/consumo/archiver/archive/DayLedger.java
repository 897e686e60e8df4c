package io.consumo.archiver.archive;

import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.files.domain.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes days through their states, for the one who holds the {@link ArchiverLease}. */
public interface DayLedger {

    Optional<ArchivedDay> find(LocalDate day);

    /** Those that were sealed and not dropped, oldest first. */
    List<ArchivedDay> unfinished();

    /** Those that are dropped, the longest unread first. */
    List<ArchivedDay> dropped();

    /** Whether PostgreSQL still has a place for the day's rows. */
    boolean hasPartition(LocalDate day);

    /** False while months and cases have not followed the day's rows; then nothing is changed. */
    boolean seal(LocalDate day, Instant at);

    /** Undoes the seal: what was filed meanwhile goes into the rows. */
    void unseal(LocalDate day);

    void exported(Manifest manifest, Instant at);

    /** The file was read back and is committed. */
    void verified(Manifest manifest, Instant at);

    /**
     * Drops the rows when they are what the manifest says, and copies those of the held clients.
     *
     * @param patience how long readers and writers may be made to wait
     * @return false when others were at work on the table for longer; to be tried again
     */
    boolean drop(Manifest manifest, Collection<String> held, Duration patience);

    void dropped(LocalDate day, Instant at);

    /** A dropped day has another file, which was read back and is committed. */
    void revised(Manifest manifest, Instant at);

    /** Records what a full reading of the day's file showed: null when all was well. */
    void checked(LocalDate day, @Nullable String damage, Instant at);
}
