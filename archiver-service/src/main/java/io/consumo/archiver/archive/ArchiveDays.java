package io.consumo.archiver.archive;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.archive.ArchiveDay.Postponed;
import io.consumo.archiver.archive.ArchiverLease.Held;
import io.consumo.archiver.archive.domain.ArchivePolicy;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.archive.domain.DueDay;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.Operations;
import io.consumo.archiver.audit.Progress;
import io.consumo.archiver.files.DamagedFile;
import io.consumo.archiver.files.DayFiles;
import io.consumo.model.api.ArchiveRun;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A run of the archiver: finishes what was begun, archives what is due, files late readings, ends what expired. */
@Component
public class ArchiveDays {

    private final Operations operations;
    private final ArchiverLease lease;
    private final StoredDays storedDays;
    private final ArchiveDay archiveDay;
    private final ReviseDay reviseDay;
    private final TellChangedDays tellChangedDays;
    private final CaseHolds holds;
    private final HeldDays heldDays;
    private final DayFiles files;
    private final ArchivePolicy policy;
    private final InstallationProperties installation;
    private final InstantSource clock;

    ArchiveDays(
            Operations operations,
            ArchiverLease lease,
            StoredDays storedDays,
            ArchiveDay archiveDay,
            ReviseDay reviseDay,
            TellChangedDays tellChangedDays,
            CaseHolds holds,
            HeldDays heldDays,
            DayFiles files,
            ArchivePolicy policy,
            InstallationProperties installation,
            InstantSource clock) {
        this.operations = operations;
        this.lease = lease;
        this.storedDays = storedDays;
        this.archiveDay = archiveDay;
        this.reviseDay = reviseDay;
        this.tellChangedDays = tellChangedDays;
        this.holds = holds;
        this.heldDays = heldDays;
        this.files = files;
        this.policy = policy;
        this.installation = installation;
        this.clock = clock;
    }

    /**
     * Starts a run and returns at once.
     *
     * @param olderThan days before today; empty for the window
     * @throws io.consumo.archiver.archive.domain.OlderThanOutOfRange when that would reach into the window
     * @throws io.consumo.archiver.audit.OperationRunning when one is running
     */
    public ArchiveRun start(String who, OptionalInt olderThan) {
        LocalDate before = before(olderThan);
        return operations.start(who, OperationKind.ARCHIVE, parameters(before), progress -> run(before, progress));
    }

    /** A run by the schedule; returns when it is over. */
    ArchiveRun run(String who) {
        LocalDate before = before(OptionalInt.empty());
        return operations.run(who, OperationKind.ARCHIVE, parameters(before), progress -> run(before, progress));
    }

    private LocalDate before(OptionalInt olderThan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        return policy.before(today, olderThan.orElse(policy.windowDays()));
    }

    private static Map<String, String> parameters(LocalDate before) {
        return Map.of("before", before.toString());
    }

    private void run(LocalDate before, Progress progress) {
        lease.exclusively(held -> {
            files.prepare();
            // Asked before anything is sealed: without the cases no day can be dropped.
            holds.clientsToHold();
            archive(before, held, progress);
            fileLate(held, progress);
            attempt("telling changed days", progress, tellChangedDays::tell);
            attempt("releasing holds", progress, () -> heldDays.releaseAllBut(holds.clientsStillHeld()));
            return held;
        });
    }

    private void archive(LocalDate before, Held held, Progress progress) {
        List<ArchivedDay> begun = held.days().unfinished();
        Set<LocalDate> begunDays = new HashSet<>();
        begun.forEach(day -> begunDays.add(day.day()));
        Instant now = clock.instant();
        List<LocalDate> due = policy.due(storedDays.before(before), before, now).stream()
                .filter(day -> day.delay() == null)
                .map(DueDay::day)
                .filter(day -> !begunDays.contains(day))
                .toList();
        progress.total(begun.size() + due.size());
        each(begun, ArchivedDay::day, progress, day -> archiveDay.resume(day, held, progress));
        each(due, day -> day, progress, day -> archiveDay.begin(day, held, progress));
    }

    private void fileLate(Held held, Progress progress) {
        List<LocalDate> days = held.late().days();
        progress.total(progress.told().total() + days.size());
        each(days, day -> day, progress, day -> reviseDay.fileLate(day, held, progress));
    }

    /** A day that cannot be done now does not keep the others; a place that takes no files does. */
    private static <T> void each(List<T> days, Function<T, LocalDate> dayOf, Progress progress, Consumer<T> work) {
        for (T day : days) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Postponed("the archiver was told to end");
            }
            try {
                work.accept(day);
            } catch (Postponed | DamagedFile | DataAccessException e) {
                progress.problem(dayOf.apply(day) + ": " + Operations.told(e));
            }
        }
    }

    private static void attempt(String what, Progress progress, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            progress.problem(what + ": " + Operations.told(e));
        }
    }
}
