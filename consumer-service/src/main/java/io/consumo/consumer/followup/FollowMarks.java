package io.consumo.consumer.followup;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.DetectAnomalies;
import io.consumo.consumer.detection.DetectAnomalies.Outcome;
import io.consumo.consumer.ingest.Origins;
import io.consumo.consumer.monthly.UpdateMonths;
import io.consumo.model.ClientDay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Has months, baselines and cases follow from the days that changed. */
@Service
public class FollowMarks {

    private final MarkStore marks;
    private final DayReader days;
    private final DetectAnomalies detect;
    private final UpdateMonths months;
    private final InstallationProperties installation;
    private final FollowupProperties properties;
    private final InstantSource clock;
    private final Origins origins;
    private final Timer judging;
    private final Timer writingMonths;
    private final Counter followed;

    FollowMarks(
            MarkStore marks,
            DayReader days,
            DetectAnomalies detect,
            UpdateMonths months,
            InstallationProperties installation,
            FollowupProperties properties,
            InstantSource clock,
            Origins origins,
            MeterRegistry meters) {
        this.origins = origins;
        this.marks = marks;
        this.days = days;
        this.detect = detect;
        this.months = months;
        this.installation = installation;
        this.properties = properties;
        this.clock = clock;
        this.judging = Timer.builder("consumo.followup.judging")
                .description("Time to judge the changed days of some clients and to write their cases and baselines")
                .register(meters);
        this.writingMonths = Timer.builder("consumo.followup.months")
                .description("Time to write the months of some clients")
                .register(meters);
        this.followed = Counter.builder("consumo.followup.marks")
                .description("Client-days that months and cases have followed")
                .register(meters);
    }

    /** Follows the oldest marks; returns how many, 0 when there are none. */
    public int follow() {
        int count = marks.follow(properties.clientsPerRun(), this::follow);
        followed.increment(count);
        return count;
    }

    private void follow(Followed marked) {
        List<ClientDay> changed = days.read(marked.days());
        long begun = System.nanoTime();
        Outcome cases = detect.detect(changed, client -> null, marked.revision());
        judging.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        origins.forget(marked.days().keySet());
        writingMonths.record(() -> months.update(changed, cases.standing(), cases.withdrawn(), marked.revision()));
    }

    /** Has the client's days of the window followed again. */
    public void rejudge(String clientId) {
        marks.mark(
                clientId,
                LocalDate.ofInstant(clock.instant(), installation.zone()).minusDays(installation.windowDays()));
    }

    /**
     * A day that changed in the archive.
     *
     * @param told when the archiver said so
     */
    public record ArchivedChange(ClientDay day, Instant told) {}

    /**
     * Has months and baselines follow from days that changed in the archive; cases that were over by then are final. What
     * was told of a client before it was erased is left out.
     */
    public void followArchived(Collection<ArchivedChange> changes) {
        Set<String> clients =
                changes.stream().map(change -> change.day().clientId()).collect(Collectors.toSet());
        marks.exclusively(clients, (erased, revision) -> {
            List<ClientDay> changed = changes.stream()
                    .filter(change -> change.told()
                            .isAfter(erased.getOrDefault(change.day().clientId(), Instant.MIN)))
                    .map(ArchivedChange::day)
                    .toList();
            if (changed.isEmpty()) {
                return;
            }
            Map<String, LocalDate> finalBefore = new HashMap<>();
            changed.forEach(day -> finalBefore.merge(
                    day.clientId(), day.day().plusDays(1), (one, other) -> one.isAfter(other) ? one : other));
            Outcome cases = detect.detect(changed, finalBefore::get, revision);
            months.update(changed, cases.standing(), cases.withdrawn(), revision);
        });
    }
}
