package io.consumo.consumer.detection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the days of one client, oldest first, each in the light of the accepted days before it.
 *
 * @param historyDays how many accepted days make the expectation at most
 * @param minimumDays how many there must be
 */
public record Detector(RuleBook book, int historyDays, int minimumDays) {

    public List<Verdict> judge(List<DayCurve> days) {
        List<Verdict> verdicts = new ArrayList<>(days.size());
        List<DayCurve> accepted = new ArrayList<>();
        for (DayCurve day : days) {
            Verdict verdict = Expectation.of(accepted, day.isWeekend(), minimumDays)
                    .map(usual -> new Verdict(day, Optional.of(usual), book.judge(day, usual)))
                    .orElseGet(() -> new Verdict(day, Optional.empty(), Map.of()));
            verdicts.add(verdict);
            if (verdict.isAccepted()) {
                accepted.add(day);
                if (accepted.size() > historyDays) {
                    accepted.removeFirst();
                }
            }
        }
        return verdicts;
    }
}
