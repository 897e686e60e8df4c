package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** What judging a client's days has found. */
public final class Judgement {

    /** A month with fewer accepted days says too little of its level. */
    private static final int DAYS_OF_A_MONTH = 7;

    private final Detector detector;
    private final Baseline before;
    private final NavigableMap<LocalDate, KnownDay> days;
    private final LocalDate changedFrom;
    private final List<Episode> episodes;
    private final Baseline after;

    Judgement(
            Detector detector,
            Baseline before,
            NavigableMap<LocalDate, KnownDay> days,
            LocalDate changedFrom,
            List<Episode> episodes,
            Baseline after) {
        this.detector = detector;
        this.before = before;
        this.days = days;
        this.changedFrom = changedFrom;
        this.episodes = episodes;
        this.after = after;
    }

    /** What the next days are to be judged by. */
    public Baseline baseline() {
        return after;
    }

    /** Every case that was under way on {@link #from} or has begun since. */
    public List<Episode> episodes() {
        return episodes;
    }

    /** Cases that were over before this day are final. */
    public LocalDate from() {
        return before.from();
    }

    /** The first day whose verdict may have changed. */
    public LocalDate changedFrom() {
        return changedFrom;
    }

    /** The known days up to this one for which a case shows its evidence. */
    List<KnownDay> daysUpTo(LocalDate last) {
        return List.copyOf(days.subMap(last.minusDays(Detector.EVIDENCE_DAYS - 1L), true, last, true)
                .values());
    }

    /** The mean day of the same season a year before, in kWh; empty where nothing is known of it. */
    Optional<Double> sameSeason(LocalDate day) {
        YearMonth lastYear = YearMonth.from(day).minusYears(1);
        return detector.history(before, days, day).profiles().stream()
                .filter(profile -> profile.month().equals(lastYear) && profile.days() >= DAYS_OF_A_MONTH)
                .map(profile -> profile.traits().total())
                .findFirst();
    }

    /** What was expected on a known day; empty while there was too little to go by. */
    Optional<Expectation> expectation(DayCurve curve) {
        return detector.expectation(curve, detector.history(before, days, curve.day()));
    }
}
