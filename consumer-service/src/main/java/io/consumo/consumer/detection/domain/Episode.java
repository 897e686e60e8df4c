package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The days on which one rule fired for one client, from the first to the last.
 *
 * @param running whether it may go on: not enough quiet days have passed since
 */
public record Episode(AnomalyRule rule, Tally tally, boolean running) {

    /** A rule that is listed earlier in its family may tell a change so many days later and still take its place. */
    private static final int DAYS_A_RANK = 3;

    /** So many days after one rule told a change, another that shows at the same time tells another one. */
    private static final int DAYS_OF_ONE_CHANGE = 30;

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
            List<Episode> ofFamily = family.stream()
                    .flatMap(rule -> follow(rule, before.get(rule.key()), days, quietDays).stream())
                    .toList();
            List<Episode> told = told(ofFamily, family);
            episodes.addAll(told);
            ofFamily.stream()
                    .filter(Episode::running)
                    .forEach(episode -> running.put(
                            episode.rule.key(),
                            told.contains(episode) || episode.tally.openedOn().isEmpty()
                                    ? episode.tally
                                    : episode.tally.inTheShadow()));
        }
        return new Followed(episodes, running);
    }

    /** One name for each change: that of the rule which told it first; a more telling one may come some days later. */
    private static List<Episode> told(List<Episode> episodes, List<AnomalyRule> family) {
        List<Episode> told = new ArrayList<>();
        episodes.stream()
                .filter(episode -> episode.tally.openedOn().isPresent() && !episode.tally.overshadowed())
                .sorted(Comparator.comparing((Episode episode) ->
                                episode.openedOn().plusDays((long) DAYS_A_RANK * family.indexOf(episode.rule)))
                        .thenComparing(Episode::firstDay))
                .filter(episode -> told.stream().noneMatch(episode::tellsTheSameChangeAs))
                .forEach(told::add);
        return told;
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

    /** Both show at once, and this one opened soon after the other; later there must be something new. */
    private boolean tellsTheSameChangeAs(Episode other) {
        boolean overlaps =
                !firstDay().isAfter(other.lastDay()) && !other.firstDay().isAfter(lastDay());
        return overlaps && openedOn().isBefore(other.openedOn().plusDays(DAYS_OF_ONE_CHANGE));
    }

    /** The day on which it had lasted long enough to be told. */
    LocalDate openedOn() {
        return tally.openedOn().orElseThrow();
    }

    public LocalDate firstDay() {
        return tally.firstDay();
    }

    public LocalDate lastDay() {
        return tally.lastDay();
    }
}
