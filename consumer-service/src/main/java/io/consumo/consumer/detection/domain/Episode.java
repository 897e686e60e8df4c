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

    /** The episodes that lasted long enough to be a case, one for each change. */
    public static List<Episode> of(List<Verdict> verdicts, RuleBook book, int quietDays) {
        List<Episode> episodes = new ArrayList<>();
        for (List<AnomalyRule> family : book.families()) {
            List<Episode> told = new ArrayList<>();
            for (AnomalyRule rule : family) {
                List<Episode> news = of(verdicts, rule, quietDays).stream()
                        .filter(episode -> told.stream().noneMatch(episode::overlaps))
                        .toList();
                told.addAll(news);
            }
            episodes.addAll(told);
        }
        return episodes;
    }

    private static List<Episode> of(List<Verdict> verdicts, AnomalyRule rule, int quietDays) {
        List<Episode> episodes = new ArrayList<>();
        List<Verdict> current = new ArrayList<>();
        int quiet = 0;
        for (Verdict verdict : verdicts) {
            if (verdict.findings().containsKey(rule)) {
                current.add(verdict);
                quiet = 0;
            } else if (!current.isEmpty() && verdict.curve().isComplete() && ++quiet >= quietDays) {
                episodes.add(new Episode(rule, List.copyOf(current), false));
                current.clear();
                quiet = 0;
            }
        }
        episodes.add(new Episode(rule, List.copyOf(current), true));
        return episodes.stream()
                .filter(episode -> !episode.days.isEmpty() && episode.days.size() >= rule.daysToOpen())
                .toList();
    }

    private boolean overlaps(Episode other) {
        return !firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(lastDay());
    }

    public LocalDate firstDay() {
        return days.getFirst().curve().day();
    }

    public LocalDate lastDay() {
        return days.getLast().curve().day();
    }
}
