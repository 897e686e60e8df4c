package io.consumo.consumer.followup;

import io.consumo.consumer.detection.DetectAnomalies;
import io.consumo.consumer.detection.DetectAnomalies.Judged;
import io.consumo.consumer.detection.DetectAnomalies.Outcome;
import io.consumo.consumer.monthly.UpdateMonths;
import io.consumo.model.ClientDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.springframework.stereotype.Service;

/** Has months and cases follow from the days that changed. */
@Service
public class FollowMarks {

    /**
     * Days from so long before the changed one are judged again: what is usual hangs on every accepted day before, so a
     * shorter stretch would make a case depend on how its readings came in batches.
     */
    private static final int JUDGED_DAYS_BEFORE = 365;

    /** What is usual is learned from this many days before the first judged one. */
    private static final int HISTORY_DAYS_BEFORE = 30;

    private final MarkStore marks;
    private final DayReader days;
    private final DetectAnomalies detect;
    private final UpdateMonths months;
    private final FollowupProperties properties;

    FollowMarks(
            MarkStore marks,
            DayReader days,
            DetectAnomalies detect,
            UpdateMonths months,
            FollowupProperties properties) {
        this.marks = marks;
        this.days = days;
        this.detect = detect;
        this.months = months;
        this.properties = properties;
    }

    /** Follows the oldest marks; returns how many, 0 when there are none. */
    public int follow() {
        return marks.follow(properties.clientsPerRun(), this::follow);
    }

    private void follow(Followed followed) {
        Map<String, LocalDate> firstDays = new HashMap<>();
        followed.days().forEach((client, changed) -> firstDays.put(client, historyFrom(changed)));
        Map<String, List<ClientDay>> stored = days.since(firstDays);
        List<Judged> judged = new ArrayList<>();
        List<ClientDay> changedDays = new ArrayList<>();
        followed.days().forEach((client, changed) -> {
            List<ClientDay> all = stored.getOrDefault(client, List.of());
            judged.add(new Judged(client, all, historyFrom(changed).plusDays(HISTORY_DAYS_BEFORE)));
            all.stream().filter(day -> changed.contains(day.day())).forEach(changedDays::add);
        });
        Outcome cases = detect.detect(judged, followed.revision());
        months.update(changedDays, cases.standing(), cases.withdrawn(), followed.revision());
    }

    private static LocalDate historyFrom(SortedSet<LocalDate> changed) {
        return changed.getFirst().minusDays(JUDGED_DAYS_BEFORE + HISTORY_DAYS_BEFORE);
    }
}
