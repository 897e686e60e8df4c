package io.consumo.archiver.status;

import io.consumo.archiver.archive.DescribeArchive;
import io.consumo.archiver.archive.StoredDays;
import io.consumo.archiver.audit.OperationFilter;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.OperationLog;
import io.consumo.archiver.restore.RestoreDays;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.service.metrics.Glance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How window and archive stand, for whoever collects metrics; not numbers while PostgreSQL does not answer. */
@Component
class ArchiveGauges implements MeterBinder {

    /** Of these one at least is over: only one runs at a time. */
    private static final int NEWEST = 5;

    private final DescribeArchive describeArchive;
    private final RestoreDays restoreDays;
    private final StoredDays storedDays;
    private final OperationLog log;

    ArchiveGauges(DescribeArchive describeArchive, RestoreDays restoreDays, StoredDays storedDays, OperationLog log) {
        this.describeArchive = describeArchive;
        this.restoreDays = restoreDays;
        this.storedDays = storedDays;
        this.log = log;
    }

    private record Archive(ArchiveSummary summary, int stored, int due, Optional<ArchiveOperation> lastRun) {

        @Nullable
        Long lastRunAt() {
            return lastRun.map(ArchiveOperation::finishedAt)
                    .map(Instant::getEpochSecond)
                    .orElse(null);
        }

        int lastRunFailed() {
            return lastRun.filter(run -> "FAILED".equals(run.result())).isPresent() ? 1 : 0;
        }
    }

    private Archive look() {
        ArchiveSummary summary = describeArchive.summary((int) restoreDays.all().stream()
                .filter(restore -> restore.state().equals("READY"))
                .count());
        return new Archive(
                summary,
                storedDays
                        .partitionsBefore(summary.windowFrom().plusDays(summary.windowDays() + 2L))
                        .size(),
                summary.dueDays().size(),
                lastRun());
    }

    private Optional<ArchiveOperation> lastRun() {
        return log
                .find(new OperationFilter(OperationKind.ARCHIVE.name(), null, null, null, null), 0, NEWEST)
                .content()
                .stream()
                .filter(run -> run.finishedAt() != null)
                .findFirst();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        new Glance<>(this::look)
                .gauge(
                        registry,
                        "consumo.window.days",
                        null,
                        "Days that PostgreSQL holds, those that are due for the archive not among them",
                        now -> now.stored() - now.due())
                .gauge(
                        registry,
                        "consumo.window",
                        "bytes",
                        "What all days in PostgreSQL take, with indexes",
                        now -> now.summary().liveBytes())
                .gauge(registry, "consumo.archive.due.days", null, "Days beyond the window in PostgreSQL", Archive::due)
                .gauge(
                        registry,
                        "consumo.archive.days",
                        null,
                        "Days that are archived and gone from PostgreSQL",
                        now -> now.summary().days())
                .gauge(
                        registry,
                        "consumo.archive.damaged.days",
                        null,
                        "Archived days whose file was not well when it was last read",
                        now -> now.summary().damaged().size())
                .gauge(registry, "consumo.archive", "bytes", "What the archive's files take", now -> now.summary()
                        .fileBytes())
                .gauge(
                        registry,
                        "consumo.archive.late.readings",
                        null,
                        "Readings that came after their day was sealed and wait for the next run",
                        now -> now.summary().lateReadings())
                .gauge(
                        registry,
                        "consumo.archive.held.days",
                        null,
                        "Client-days that stay in PostgreSQL for an open case",
                        now -> now.summary().heldDays())
                .gauge(registry, "consumo.archive.restores", null, "Restores that are there", now -> now.summary()
                        .restores())
                .gauge(
                        registry,
                        "consumo.archive.last.run.timestamp",
                        "seconds",
                        "When the last run of the archiver ended, however it did; NaN before the first",
                        Archive::lastRunAt)
                .gauge(
                        registry,
                        "consumo.archive.last.run.failed",
                        null,
                        "Whether the last run failed",
                        Archive::lastRunFailed);
    }
}
