package io.consumo.archiver.archive;

import io.consumo.archiver.InstallationProperties;
import io.consumo.archiver.archive.domain.ArchivePolicy;
import io.consumo.archiver.archive.domain.DueDay;
import io.consumo.archiver.archive.domain.DueDays;
import io.consumo.archiver.audit.Audit;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** A dry run: tells which days would be archived now, and changes nothing but the audit. */
@Component
public class ListDueDays {

    private final StoredDays storedDays;
    private final ArchivePolicy policy;
    private final InstallationProperties installation;
    private final Audit audit;
    private final InstantSource clock;

    ListDueDays(
            StoredDays storedDays,
            ArchivePolicy policy,
            InstallationProperties installation,
            Audit audit,
            InstantSource clock) {
        this.storedDays = storedDays;
        this.policy = policy;
        this.installation = installation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The days beyond the window.
     *
     * @param who asks
     * @param olderThan days before today; empty for the window
     * @throws io.consumo.archiver.archive.domain.OlderThanOutOfRange when that would reach into the window
     */
    public DueDays list(String who, OptionalInt olderThan) {
        Instant now = clock.instant();
        int age = olderThan.orElse(policy.windowDays());
        LocalDate before = policy.before(LocalDate.ofInstant(now, installation.zone()), age);
        return audit.recorded(
                who,
                OperationKind.DRY_RUN,
                Map.of("olderThan", String.valueOf(age)),
                () -> new DueDays(installation.zone(), age, before, policy.due(storedDays.before(before), before, now)),
                ListDueDays::outcome);
    }

    private static Outcome outcome(DueDays due) {
        return new Outcome(
                due.ready().stream().mapToLong(DueDay::rows).sum(),
                due.ready().stream().mapToLong(DueDay::bytes).sum());
    }
}
