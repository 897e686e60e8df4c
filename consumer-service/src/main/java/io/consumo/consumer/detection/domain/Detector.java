package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges the days of one client, oldest first, each in the light of the days before it and of nothing else.
 *
 * @param windowDays how many days before a day may teach what is normal on it
 * @param minimumDays how many accepted days that takes at the least
 * @param quietDays how many complete days without a finding end an episode
 * @param watch is told what each rule costs and finds
 */
public record Detector(RuleBook book, int windowDays, int minimumDays, int quietDays, RuleWatch watch) {

    public Detector(RuleBook book, int windowDays, int minimumDays, int quietDays) {
        this(book, windowDays, minimumDays, quietDays, RuleWatch.NONE);
    }

    /** For so many days, the last of an episode among them, a case shows what was observed and expected. */
    static final int EVIDENCE_DAYS = 21;

    /** A day whose total lies below or above these shares of the usual one does not teach what is normal. */
    private static final double FOREIGN_BELOW = 0.62;

    private static final double FOREIGN_ABOVE = 1.6;

    /** After so many days of the window a new level is what is normal. */
    private static final int MOST_DOUBTFUL = 20;

    /**
     * What is normal for a client.
     *
     * @param on the day that is judged by it
     * @param acceptedDays of the window
     * @param expectation empty while too little is known
     * @param months oldest first
     */
    public record Normal(
            LocalDate on, int acceptedDays, Optional<Expectation> expectation, List<MonthProfile> months) {}

    /** Days that come late by no more than this are judged from the baseline alone. */
    private static final int LATE_DAYS = 9;

    /** The same, watched. */
    public Detector watchedBy(RuleWatch watcher) {
        return new Detector(book, windowDays, minimumDays, quietDays, watcher);
    }

    /** Whether the baseline is enough to judge again from the day on. */
    public boolean reaches(Baseline baseline, LocalDate day) {
        return baseline.isEmpty() || !day.isBefore(baseline.from().plusDays(windowDays + EVIDENCE_DAYS));
    }

    /**
     * Judges the changed days and all known days after the first of them.
     *
     * @param before reaches the first changed day; {@link Baseline#NONE} when the changed days are all there are
     */
    public Judgement judge(Baseline before, Collection<DayCurve> changed) {
        NavigableMap<LocalDate, KnownDay> days = new TreeMap<>();
        before.days().forEach(day -> days.put(day.day(), day));
        changed.forEach(curve -> days.put(curve.day(), new KnownDay(curve, Map.of(), false)));
        LocalDate changedFrom =
                changed.stream().map(DayCurve::day).min(LocalDate::compareTo).orElseThrow();
        for (Map.Entry<LocalDate, KnownDay> entry :
                days.tailMap(changedFrom, true).entrySet()) {
            entry.setValue(judge(entry.getValue().curve(), history(before, days, entry.getKey())));
        }
        List<Episode> episodes =
                Episode.follow(before.running(), days.values(), book, quietDays).told();
        return new Judgement(this, before, days, changedFrom, episodes, movedOn(before, days));
    }

    private KnownDay judge(DayCurve curve, History history) {
        Optional<Expectation> expectation = expectation(curve, history);
        if (expectation.isEmpty()) {
            return new KnownDay(curve, Map.of(), false);
        }
        UsualDay usual = expectation.get().on(curve);
        double expected = usual.totalFor(curve);
        Map<String, KnownDay.Found> findings = new LinkedHashMap<>();
        Past past = new Past(expectation.get(), history);
        book.judge(curve, past, watch)
                .forEach((rule, finding) -> findings.put(
                        rule.key(),
                        new KnownDay.Found(finding, expected, usual.totalSpread(), past.earlier(curve, finding))));
        return new KnownDay(curve, findings, isForeign(curve, expected) && history.doubtfulDays() < MOST_DOUBTFUL);
    }

    Optional<Expectation> expectation(DayCurve curve, History history) {
        return Expectation.of(history, curve.day(), minimumDays);
    }

    private static boolean isForeign(DayCurve curve, double expected) {
        return curve.total() < FOREIGN_BELOW * expected || curve.total() > FOREIGN_ABOVE * expected;
    }

    History history(Baseline before, NavigableMap<LocalDate, KnownDay> days, LocalDate day) {
        LocalDate begin = day.minusDays(windowDays);
        Optional<LocalDate> since = before.since().filter(first -> !first.isAfter(day));
        return new History(
                List.copyOf(days.subMap(since.filter(begin::isBefore).orElse(begin), day)
                        .values()),
                () -> profiles(before, days, YearMonth.from(day), since));
    }

    /** @param since only days from here on teach */
    private static List<MonthProfile> profiles(
            Baseline before, NavigableMap<LocalDate, KnownDay> days, YearMonth month, Optional<LocalDate> since) {
        List<MonthProfile> profiles = new ArrayList<>(before.profiles());
        Map<YearMonth, List<KnownDay>> byMonth = new TreeMap<>();
        days.headMap(month.atDay(1)).values().stream()
                .filter(day -> since.map(first -> !day.day().isBefore(first)).orElse(true))
                .forEach(day -> byMonth.computeIfAbsent(YearMonth.from(day.day()), key -> new ArrayList<>())
                        .add(day));
        byMonth.forEach((earlier, ofMonth) -> profiles.add(MonthProfile.of(earlier, ofMonth)));
        YearMonth oldest = month.minusMonths(MonthProfile.MONTHS_KEPT);
        YearMonth first = since.map(YearMonth::from).filter(oldest::isBefore).orElse(oldest);
        profiles.removeIf(profile -> profile.month().isBefore(first));
        return List.copyOf(profiles);
    }

    /** The baseline after these days: months that are over and done with are kept as what they left. */
    private Baseline movedOn(Baseline before, NavigableMap<LocalDate, KnownDay> days) {
        LocalDate from = days.lastKey()
                .minusDays((long) windowDays + EVIDENCE_DAYS + LATE_DAYS)
                .withDayOfMonth(1);
        LocalDate firstDay = before.firstDay().isBefore(days.firstKey()) ? before.firstDay() : days.firstKey();
        if (!from.isAfter(before.from())) {
            return new Baseline(
                    firstDay,
                    before.from(),
                    List.copyOf(days.values()),
                    before.profiles(),
                    before.running(),
                    before.since());
        }
        return new Baseline(
                firstDay,
                from,
                List.copyOf(days.tailMap(from, true).values()),
                profiles(before, days, YearMonth.from(from), before.since().filter(first -> !first.isAfter(from))),
                Episode.follow(before.running(), days.headMap(from).values(), book, quietDays)
                        .running(),
                before.since());
    }

    /** What is normal for the client on the day after the last known one. */
    public Normal normal(Baseline baseline) {
        NavigableMap<LocalDate, KnownDay> days = new TreeMap<>();
        baseline.days().forEach(day -> days.put(day.day(), day));
        LocalDate next = days.lastKey().plusDays(1);
        History history = history(baseline, days, next);
        return new Normal(
                next, history.accepted().size(), Expectation.of(history, next, minimumDays), history.profiles());
    }
}
