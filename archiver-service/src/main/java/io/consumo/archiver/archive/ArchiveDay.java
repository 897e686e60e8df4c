package io.consumo.archiver.archive;

import io.consumo.archiver.archive.ArchiverLease.Held;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.audit.Progress;
import io.consumo.archiver.files.DamagedFile;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.Manifest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one day from PostgreSQL into the archive: sealed, exported, verified, dropped. Each state is recorded, so that
 * another run finishes, or undoes, what was interrupted between any two of them.
 */
@Component
class ArchiveDay {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveDay.class);
    private static final int FIRST_REVISION = 1;

    private final DayFiles files;
    private final DayRows rows;
    private final CaseHolds holds;
    private final ArchiveProperties properties;
    private final InstantSource clock;

    ArchiveDay(DayFiles files, DayRows rows, CaseHolds holds, ArchiveProperties properties, InstantSource clock) {
        this.files = files;
        this.rows = rows;
        this.holds = holds;
        this.properties = properties;
        this.clock = clock;
    }

    /** A day stays in PostgreSQL for now; nothing is lost, and the next run tries again. */
    static final class Postponed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Postponed(String why) {
            super(why);
        }
    }

    /** Archives a day that no run has begun with. */
    void begin(LocalDate day, Held held, Progress progress) {
        if (files.manifest(day).isPresent()) {
            throw new Postponed("the archive holds this day already, from a database that is not this one: "
                    + files.location(files.required(day)));
        }
        progress.at(day, "SEAL");
        if (!held.days().seal(day, clock.instant())) {
            throw new Postponed("months and cases have not followed its readings yet");
        }
        export(day, held, progress);
    }

    /** Finishes what another run began. */
    void resume(ArchivedDay begun, Held held, Progress progress) {
        LocalDate day = begun.day();
        if (!held.days().hasPartition(day)) {
            // Interrupted between the drop and its record; only what is verified is ever dropped.
            held.days().dropped(day, clock.instant());
            progress.done(begun.rows(), begun.postgresBytes());
            return;
        }
        progress.at(day, "VERIFY");
        Optional<Manifest> committed = committed(day);
        if (committed.isPresent()) {
            held.days().verified(committed.get(), clock.instant());
            drop(committed.get(), held, progress);
        } else {
            export(day, held, progress);
        }
    }

    /** Its rows are still there, so a file that is not well is simply written again. */
    private Optional<Manifest> committed(LocalDate day) {
        try {
            Optional<Manifest> manifest = files.manifest(day);
            manifest.ifPresent(files::verify);
            manifest.ifPresent(files::discardOthers);
            return manifest;
        } catch (DamagedFile e) {
            LOG.warn("The file of {} is written again", day, e);
            return Optional.empty();
        }
    }

    private void export(LocalDate day, Held held, Progress progress) {
        Manifest manifest;
        try {
            progress.at(day, "EXPORT");
            files.discard(day);
            try (DayFiles.Draft draft = files.draft(day, FIRST_REVISION, sink -> rows.read(day, sink))) {
                manifest = draft.manifest();
                files.store(draft);
            }
            held.days().exported(manifest, clock.instant());
            progress.at(day, "VERIFY");
            files.verify(manifest);
            files.commit(manifest);
        } catch (RuntimeException e) {
            undo(day, held, e);
            throw e;
        }
        held.days().verified(manifest, clock.instant());
        drop(manifest, held, progress);
    }

    /** Lets the day take readings again. When even that fails it stays sealed, and the next run finishes it. */
    private void undo(LocalDate day, Held held, RuntimeException failure) {
        try {
            files.discard(day);
            held.days().unseal(day);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Others at work on the table are waited for a little longer each time, as long as nobody waits for us too long.
     *
     * @throws Postponed when they were at work all the time
     */
    private void drop(Manifest manifest, Held held, Progress progress) {
        LocalDate day = manifest.day();
        progress.at(day, "DROP");
        Duration patience = properties.firstDropPatience();
        for (int attempt = 0; attempt < properties.dropAttempts(); attempt++) {
            if (held.days().drop(manifest, holds.clientsToHold(), patience)) {
                long freed =
                        held.days().find(day).map(ArchivedDay::postgresBytes).orElse(0L);
                held.days().dropped(day, clock.instant());
                progress.done(manifest.contents().rows(), freed);
                return;
            }
            pause(patience);
            patience = longer(patience);
        }
        throw new Postponed("it is archived, but others are at work on its rows; the next run drops them");
    }

    private Duration longer(Duration patience) {
        Duration twice = patience.multipliedBy(2);
        return twice.compareTo(properties.longestDropPatience()) > 0 ? properties.longestDropPatience() : twice;
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Postponed("the archiver was told to end");
        }
    }
}
