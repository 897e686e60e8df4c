package io.consumo.archiver.archive;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.archive.domain.ArchivePolicy;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.audit.Operations;
import io.consumo.model.Energy;
import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells people how the archive stands. */
@Component
public class DescribeArchive {

    private final ArchivedDays days;
    private final StoredDays stored;
    private final Operations operations;
    private final ArchiveSchedule schedule;
    private final ArchivePolicy policy;
    private final InstallationProperties installation;
    private final InstantSource clock;

    DescribeArchive(
            ArchivedDays days,
            StoredDays stored,
            Operations operations,
            ArchiveSchedule schedule,
            ArchivePolicy policy,
            InstallationProperties installation,
            InstantSource clock) {
        this.days = days;
        this.stored = stored;
        this.operations = operations;
        this.schedule = schedule;
        this.policy = policy;
        this.installation = installation;
        this.clock = clock;
    }

    /** @param restores how many are there */
    public ArchiveSummary summary(int restores) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), installation.zone());
        LocalDate windowFrom = policy.before(today, policy.windowDays());
        List<ArchivedDay> dropped = days.dropped(LocalDate.EPOCH, today);
        Optional<ArchivedDay> unread = dropped.stream().min(Comparator.comparing(DescribeArchive::checkedAt));
        List<HeldClient> held = days.held();
        return new ArchiveSummary(
                policy.windowDays(),
                windowFrom,
                stored.partitionsBefore(windowFrom),
                dropped.size(),
                dropped.isEmpty() ? null : dropped.getFirst().day(),
                dropped.isEmpty() ? null : dropped.getLast().day(),
                dropped.stream().mapToLong(ArchivedDay::rows).sum(),
                dropped.stream().mapToLong(ArchivedDay::bytes).sum(),
                dropped.stream().mapToLong(ArchivedDay::postgresBytes).sum(),
                days.liveBytes(),
                unread.map(ArchivedDay::day).orElse(null),
                unread.map(ArchivedDay::checkedAt).orElse(null),
                days.late().stream().mapToLong(LateDay::readings).sum(),
                held.size(),
                held.stream().mapToLong(HeldClient::days).sum(),
                restores,
                dropped.stream()
                        .filter(day -> day.damage() != null)
                        .map(DescribeArchive::told)
                        .toList(),
                operations.running().orElse(null),
                schedule.next());
    }

    /** Newest first. */
    public Page<ArchiveDay> page(int page, int size) {
        Page<ArchivedDay> found = days.page(page, size);
        return new Page<>(found.content().stream().map(DescribeArchive::told).toList(), found.page());
    }

    private static Instant checkedAt(ArchivedDay day) {
        Instant at = day.checkedAt();
        return at == null ? Instant.EPOCH : at;
    }

    private static ArchiveDay told(ArchivedDay day) {
        return new ArchiveDay(
                day.day(),
                day.state().name(),
                day.revision(),
                day.rows(),
                day.clients(),
                new Energy(day.energy()).toKwh(),
                day.bytes(),
                day.postgresBytes(),
                day.droppedAt(),
                day.checkedAt(),
                day.damage());
    }
}
