package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The days on which one rule fired for one client, from the first to the last.
 *
 * @param running whether it may go on: not enough quiet days have passed since
 */
public record Episode(AnomalyRule rule, Tally tally, boolean running) {

    /**
     * What following the days of a client leaves.
     *
     * @param told the episodes that lasted long enough to be a case, one for each change
     * @param running those under way, by the key of their rule, also when they are not told yet
     */
    record Followed(List<Episode> told, Map<String, Tally> running) {}

    /**
     * Follows each rule over the days, oldest first.
     *
     * @param before what was under way when the days begin
     */
    static Followed follow(Map<String, Tally> before, Collection<KnownDay> days, RuleBook book, int quietDays) {
        List<Episode> episodes = new ArrayList<>();
        Map<String, Tally> running = new HashMap<>();
        for (List<AnomalyRule> family : book.families()) {
            List<Episode> told = new ArrayList<>();
            for (AnomalyRule rule : family) {
                List<Episode> ofRule = follow(rule, before.get(rule.key()), days, quietDays);
                ofRule.stream().filter(Episode::running).forEach(episode -> running.put(rule.key(), episode.tally()));
                told.addAll(ofRule.stream()
                        .filter(episode -> episode.tally().openedOn().isPresent())
                        .filter(episode -> told.stream().noneMatch(episode::overlaps))
                        .toList());
            }
            episodes.addAll(told);
        }
        return new Followed(episodes, running);
    }

    private static List<Episode> follow(
            AnomalyRule rule,
            @org.jspecify.annotations.Nullable Tally before,
            Collection<KnownDay> days,
            int quietDays) {
        List<Episode> episodes = new ArrayList<>();
        Tally tally = before;
        for (KnownDay day : days) {
            KnownDay.Found found = day.findings().get(rule.key());
            if (found != null) {
                tally = tally == null
                        ? Tally.begin(day, found, rule.daysToOpen())
                        : tally.with(day, found, rule.daysToOpen());
            } else if (tally != null && day.curve().isComplete()) {
                tally = tally.withQuietDay();
                if (tally.quiet() >= quietDays) {
                    episodes.add(new Episode(rule, tally, false));
                    tally = null;
                }
            }
        }
        if (tally != null) {
            episodes.add(new Episode(rule, tally, true));
        }
        return episodes;
    }

    private boolean overlaps(Episode other) {
        return !firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(lastDay());
    }

    public LocalDate firstDay() {
        return tally.firstDay();
    }

    public LocalDate lastDay() {
        return tally.lastDay();
    }
}
