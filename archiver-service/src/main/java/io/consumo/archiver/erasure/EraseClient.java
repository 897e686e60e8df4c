package io.consumo.archiver.erasure;

import io.consumo.archiver.archive.ArchiverLease;
import io.consumo.archiver.archive.ArchiverLease.Held;
import io.consumo.archiver.archive.ReviseDay;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.Operations;
import io.consumo.archiver.audit.Progress;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.ContentsCounter;
import io.consumo.model.api.ArchiveRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Forgets a client: its readings, months and cases, and its rows of the archive, whose files are written anew without
 * it. Interrupted, it is to be called again. The audit keeps that it was done, and for whom.
 */
@Component
public class EraseClient {

    private final Operations operations;
    private final ArchiverLease lease;
    private final ReviseDay reviseDay;
    private final DayFiles files;
    private final List<ClientTraces> traces;

    EraseClient(
            Operations operations,
            ArchiverLease lease,
            ReviseDay reviseDay,
            DayFiles files,
            List<ClientTraces> traces) {
        this.operations = operations;
        this.lease = lease;
        this.reviseDay = reviseDay;
        this.files = files;
        this.traces = traces;
    }

    /**
     * Starts and returns at once.
     *
     * @throws io.consumo.archiver.audit.OperationRunning when the archive is being changed
     */
    public ArchiveRun start(String who, String clientId) {
        return operations.start(
                who, OperationKind.ERASE, Map.of("client", clientId), progress -> erase(clientId, progress));
    }

    private void erase(String clientId, Progress progress) {
        lease.exclusively(held -> {
            if (!held.days().unfinished().isEmpty()) {
                throw new UnfinishedDays();
            }
            files.prepare();
            List<ArchivedDay> days = held.days().dropped();
            progress.total(days.size() + traces.size());
            days.forEach(day -> eraseFrom(day.day(), clientId, held, progress));
            for (ClientTraces trace : traces) {
                progress.done(trace.erase(clientId), 0);
            }
            return held;
        });
    }

    private void eraseFrom(LocalDate day, String clientId, Held held, Progress progress) {
        progress.at(day, "ERASE");
        ContentsCounter counter = new ContentsCounter();
        files.read(day, Optional.of(clientId), counter);
        progress.done(counter.contents().rows() == 0 ? 0 : reviseDay.forget(day, clientId, held), 0);
    }

    /** A run of the archiver was interrupted; what it began holds rows of all clients. */
    static final class UnfinishedDays extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnfinishedDays() {
            super("a run of the archiver was interrupted: let it finish first, then erase");
        }
    }
}
