package io.consumo.consumer.followup;

import io.consumo.consumer.detection.DetectAnomalies;
import io.consumo.consumer.detection.DetectAnomalies.Outcome;
import io.consumo.consumer.monthly.UpdateMonths;
import io.consumo.model.ClientDay;
import java.util.List;
import org.springframework.stereotype.Service;

/** Has months, baselines and cases follow from the days that changed. */
@Service
public class FollowMarks {

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
        List<ClientDay> changed = days.read(followed.days());
        Outcome cases = detect.detect(changed, followed.revision());
        months.update(changed, cases.standing(), cases.withdrawn(), followed.revision());
    }
}
