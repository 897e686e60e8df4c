package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which one rule fired for one client, from the first to the last.
 *
 * @param days only those on which it fired
 * @param running whether it may go on: not enough quiet days have passed since
 */
public record Episode(AnomalyRule rule, List<Verdict> days, boolean running) {

    /** The episodes of all rules that lasted long enough to be a case. */
    public static List<Episode> of(List<Verdict> verdicts, RuleBook book, int quietDays) {
        List<Episode> episodes = new ArrayList<>();
        for (AnomalyRule rule : book.rules()) {
            List<Verdict> current = new ArrayList<>();
            int quiet = 0;
            for (Verdict verdict : verdicts) {
                if (verdict.findings().containsKey(rule)) {
                    current.add(verdict);
                    quiet = 0;
                } else if (!current.isEmpty() && verdict.curve().isComplete() && ++quiet >= quietDays) {
                    addIfLongEnough(episodes, new Episode(rule, List.copyOf(current), false));
                    current.clear();
                    quiet = 0;
                }
            }
            addIfLongEnough(episodes, new Episode(rule, List.copyOf(current), true));
        }
        return episodes;
    }

    private static void addIfLongEnough(List<Episode> episodes, Episode episode) {
        if (!episode.days.isEmpty() && episode.days.size() >= episode.rule.daysToOpen()) {
            episodes.add(episode);
        }
    }

    public LocalDate firstDay() {
        return days.getFirst().curve().day();
    }

    public LocalDate lastDay() {
        return days.getLast().curve().day();
    }
}
