package io.consumo.archiver.archive;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.OperationLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/**
 * Runs the archiver by the clock, and a drill after it. What was due while it was down is caught up with: due is
 * whatever should have begun since the last run by the schedule, or since the installation was made.
 */
@Component
public class ArchiveSchedule {

    static final String WHO = "schedule";

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveSchedule.class);

    private final ArchiveDays archiveDays;
    private final VerifyDays verifyDays;
    private final ArchivedDays archivedDays;
    private final OperationLog log;
    private final StoredDays storedDays;
    private final InstallationProperties installation;
    private final InstantSource clock;
    private final Optional<CronExpression> cron;

    ArchiveSchedule(
            ArchiveDays archiveDays,
            VerifyDays verifyDays,
            ArchivedDays archivedDays,
            OperationLog log,
            StoredDays storedDays,
            InstallationProperties installation,
            ScheduleProperties schedule,
            InstantSource clock) {
        this.archiveDays = archiveDays;
        this.verifyDays = verifyDays;
        this.archivedDays = archivedDays;
        this.log = log;
        this.storedDays = storedDays;
        this.installation = installation;
        this.clock = clock;
        this.cron = schedule.cron().equals(ScheduleProperties.NEVER)
                ? Optional.empty()
                : Optional.of(CronExpression.parse(schedule.cron()));
    }

    @Scheduled(
            fixedDelayString = "${consumo.schedule.check-every}",
            initialDelayString = "${consumo.schedule.check-every}")
    void runWhatIsDue() {
        try {
            if (isDue()) {
                archiveDays.run(WHO);
                verifyDays.drill(
                        WHO, archivedDays.dropped(LocalDate.EPOCH, today()).size());
            }
        } catch (RuntimeException e) {
            LOG.warn("The schedule tries again later: {}", e.getMessage());
            LOG.debug("The schedule failed", e);
        }
    }

    boolean isDue() {
        Instant next = after(lastRun());
        return next != null && !next.isAfter(clock.instant());
    }

    /** When it will run by itself, null when it will not. */
    public @Nullable Instant next() {
        Instant now = clock.instant();
        Instant last = lastRun();
        Instant next = after(last);
        return next != null && next.isBefore(now) ? now : next;
    }

    private Instant lastRun() {
        return log.lastStarted(WHO, OperationKind.ARCHIVE).orElseGet(storedDays::installedAt);
    }

    private @Nullable Instant after(Instant last) {
        return cron.map(expression -> expression.next(last.atZone(installation.zone())))
                .map(ZonedDateTime::toInstant)
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.zone());
    }
}
