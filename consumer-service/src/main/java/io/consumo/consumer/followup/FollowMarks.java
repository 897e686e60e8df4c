package io.consumo.consumer.followup;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.DetectAnomalies;
import io.consumo.consumer.detection.DetectAnomalies.Outcome;
import io.consumo.consumer.monthly.UpdateMonths;
import io.consumo.model.ClientDay;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    FollowMarks(
            MarkStore marks,
            DayReader days,
            DetectAnomalies detect,
            UpdateMonths months,
            InstallationProperties installation,
            FollowupProperties properties,
            InstantSource clock) {
        this.marks = marks;
        this.days = days;
        this.detect = detect;
        this.months = months;
        this.installation = installation;
        this.properties = properties;
        this.clock = clock;
    }

    /** Follows the oldest marks; returns how many, 0 when there are none. */
    public int follow() {
        return marks.follow(properties.clientsPerRun(), this::follow);
    }

    private void follow(Followed followed) {
        List<ClientDay> changed = days.read(followed.days());
        Outcome cases = detect.detect(changed, LocalDate.MIN, followed.revision());
        months.update(changed, cases.standing(), cases.withdrawn(), followed.revision());
    }

    /** Has the client's days of the window followed again. */
    public void rejudge(String clientId) {
        marks.mark(
                clientId,
                LocalDate.ofInstant(clock.instant(), installation.zone()).minusDays(installation.windowDays()));
    }

    /** Has months and baselines follow from days that changed in the archive; cases that were over by then are final. */
    public void followArchived(List<ClientDay> changed) {
        Set<String> clients = changed.stream().map(ClientDay::clientId).collect(Collectors.toCollection(TreeSet::new));
        LocalDate finalBefore = changed.stream()
                .map(ClientDay::day)
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusDays(1);
        marks.exclusively(clients, revision -> {
            Outcome cases = detect.detect(changed, finalBefore, revision);
            months.update(changed, cases.standing(), cases.withdrawn(), revision);
        });
    }
}
