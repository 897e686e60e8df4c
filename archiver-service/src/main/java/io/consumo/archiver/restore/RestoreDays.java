package io.consumo.archiver.restore;

import io.consumo.archiver.archive.ArchivedDays;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.audit.Audit;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.Operations;
import io.consumo.archiver.audit.Outcome;
import io.consumo.archiver.audit.Progress;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.ContentsCounter;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Loads archived days back beside the live ones for a while. Nothing that was ever added up changes by it. */
@Component
public class RestoreDays {

    private static final String EXPIRY = "schedule";

    private final Operations operations;
    private final Audit audit;
    private final ArchivedDays archived;
    private final DayFiles files;
    private final Restores restores;
    private final RestoreProperties properties;
    private final InstantSource clock;

    RestoreDays(
            Operations operations,
            Audit audit,
            ArchivedDays archived,
            DayFiles files,
            Restores restores,
            RestoreProperties properties,
            InstantSource clock) {
        this.operations = operations;
        this.audit = audit;
        this.archived = archived;
        this.files = files;
        this.restores = restores;
        this.properties = properties;
        this.clock = clock;
    }

    /** What a restore would load; changes nothing. */
    public RestorePreview preview(RestoreRequest request) {
        List<ArchivedDay> days = archived.dropped(request.from(), request.to());
        Set<LocalDate> found = new HashSet<>();
        days.forEach(day -> found.add(day.day()));
        List<LocalDate> missing = request.from()
                .datesUntil(request.to().plusDays(1))
                .filter(day -> !found.contains(day))
                .toList();
        long rows = 0;
        long clients = 0;
        for (ArchivedDay day : days) {
            ContentsCounter counter = new ContentsCounter();
            if (request.clientId() != null) {
                files.query(day.day(), Optional.of(request.clientId()), counter);
            }
            rows += request.clientId() == null ? day.rows() : counter.contents().rows();
            clients = Math.max(
                    clients,
                    request.clientId() == null
                            ? day.clients()
                            : counter.contents().clients());
        }
        return new RestorePreview(
                request.from(), request.to(), request.clientId(), days.size(), missing, rows, clients, (int)
                        properties.expiresAfter().toDays());
    }

    /**
     * Starts and returns at once.
     *
     * @throws NothingArchived when no day of the range is
     */
    public ArchiveRun start(String who, RestoreRequest request) {
        List<ArchivedDay> days = archived.dropped(request.from(), request.to());
        if (days.isEmpty()) {
            throw new NothingArchived(request.from(), request.to());
        }
        return operations.start(
                who,
                OperationKind.RESTORE,
                Map.of(
                        "from", request.from().toString(),
                        "to", request.to().toString(),
                        "client", Objects.requireNonNullElse(request.clientId(), "all")),
                progress -> restore(who, request, days, progress));
    }

    private void restore(String who, RestoreRequest request, List<ArchivedDay> days, Progress progress) {
        progress.total(days.size());
        Instant now = clock.instant();
        String id = restores.begin(request, who, now, now.plus(properties.expiresAfter()));
        try {
            restores.load(id, sink -> days.forEach(day -> load(day, request, sink, progress)));
        } catch (RuntimeException e) {
            restores.release(id, clock.instant());
            throw e;
        }
    }

    private void load(ArchivedDay day, RestoreRequest request, BiConsumer<LocalDate, DayRow> sink, Progress progress) {
        progress.at(day.day(), "RESTORE");
        ContentsCounter counter = new ContentsCounter();
        files.read(day.day(), Optional.ofNullable(request.clientId()), row -> {
            counter.accept(row);
            sink.accept(day.day(), row);
        });
        progress.done(counter.contents().rows(), day.bytes());
    }

    /** @throws UnknownRestore when it is not there */
    public void release(String who, String id) {
        audit.recorded(
                who,
                OperationKind.RELEASE,
                Map.of("restore", id),
                () -> {
                    if (!restores.release(id, clock.instant())) {
                        throw new UnknownRestore(id);
                    }
                    return Outcome.NOTHING;
                },
                outcome -> outcome);
    }

    @Scheduled(
            fixedDelayString = "${consumo.schedule.check-every}",
            initialDelayString = "${consumo.schedule.check-every}")
    void releaseExpired() {
        restores.expired(clock.instant()).forEach(restore -> release(EXPIRY, restore.id()));
    }

    /** All that are or were, newest first. */
    public List<ArchiveRestore> all() {
        return new ArrayList<>(restores.all());
    }
}
