package io.consumo.archiver.archive;

import io.consumo.archiver.archive.ArchiverLease.Held;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.Operations;
import io.consumo.archiver.audit.Progress;
import io.consumo.archiver.files.DamagedFile;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.Manifest;
import io.consumo.model.api.ArchiveRun;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads archived days back against what is known of them. Damage is told and recorded; nothing is changed by it. */
@Component
public class VerifyDays {

    /** A drill reads so large a part, so that all have had their turn within a month. */
    private static final int PART = 28;

    private final Operations operations;
    private final ArchiverLease lease;
    private final DayFiles files;
    private final InstantSource clock;

    VerifyDays(Operations operations, ArchiverLease lease, DayFiles files, InstantSource clock) {
        this.operations = operations;
        this.lease = lease;
        this.files = files;
        this.clock = clock;
    }

    /** Which days; null means from the first, or to the last. */
    public record Range(@Nullable LocalDate from, @Nullable LocalDate to) {

        public static final Range ALL = new Range(null, null);

        boolean has(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /**
     * Starts to read all days of the range and returns at once.
     *
     * @throws io.consumo.archiver.audit.OperationRunning when the archive is being changed
     */
    public ArchiveRun start(String who, Range range) {
        return operations.start(
                who,
                OperationKind.VERIFY,
                Map.of("from", String.valueOf(range.from()), "to", String.valueOf(range.to())),
                progress -> verify(range, OptionalInt.empty(), progress));
    }

    /** The schedule's drill: the days that were not read for longest. */
    ArchiveRun drill(String who, int days) {
        int part = (days + PART - 1) / PART;
        return operations.run(
                who,
                OperationKind.VERIFY,
                Map.of("days", String.valueOf(part)),
                progress -> verify(Range.ALL, OptionalInt.of(part), progress));
    }

    private void verify(Range range, OptionalInt most, Progress progress) {
        lease.exclusively(held -> {
            List<ArchivedDay> known = held.days().dropped();
            List<ArchivedDay> wanted = known.stream()
                    .filter(day -> range.has(day.day()))
                    .limit(most.orElse(Integer.MAX_VALUE))
                    .toList();
            progress.total(wanted.size());
            wanted.forEach(day -> verify(day, held, progress));
            if (most.isEmpty()) {
                tellUnknown(range, known, held, progress);
            }
            return held;
        });
    }

    private void verify(ArchivedDay day, Held held, Progress progress) {
        progress.at(day.day(), "VERIFY");
        try {
            Manifest manifest = files.required(day.day());
            files.verify(manifest);
            if (manifest.revision() > day.revision()) {
                // A run was interrupted between its commit and its record.
                held.days().revised(manifest, clock.instant());
            } else if (!day.isOf(manifest)) {
                throw new DamagedFile(
                        files.location(manifest),
                        "it is revision " + manifest.revision() + " with SHA-256 " + manifest.sha256()
                                + ", but recorded is revision " + day.revision() + " with " + day.sha256());
            }
            held.days().checked(day.day(), null, clock.instant());
            progress.done(manifest.contents().rows(), manifest.bytes());
        } catch (DamagedFile e) {
            held.days().checked(day.day(), String.valueOf(e.getMessage()), clock.instant());
            progress.problem(day.day() + ": " + e.getMessage());
        }
    }

    private void tellUnknown(Range range, List<ArchivedDay> known, Held held, Progress progress) {
        Set<LocalDate> expected = new HashSet<>();
        known.forEach(day -> expected.add(day.day()));
        held.days().unfinished().forEach(day -> expected.add(day.day()));
        files.days().stream()
                .filter(day -> range.has(day) && !expected.contains(day))
                .forEach(
                        day -> progress.problem(day + ": it is in the archive, but this database knows nothing of it"));
    }
}
