package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Days for tests: a home of about 9 kWh a day, with noise that is the same in every run. */
public final class Days {

    /** A Monday. */
    public static final LocalDate FIRST = LocalDate.of(2026, 9, 7);

    private static final double[] SHAPE = {
        .25, .2, .2, .2, .2, .25, .3, .4, .4, .35, .35, .35, .4, .4, .35, .35, .4, .5, .6, .7, .7, .6, .45, .3
    };

    private Days() {}

    /** What the home uses in the hour of an ordinary day, in kWh. */
    public static double ordinary(int hour) {
        return SHAPE[hour];
    }

    /** Rounded to 0.1 Wh, as stores keep it. */
    public static DayCurve day(LocalDate date, IntToDoubleFunction kwhOfHour) {
        return DayCurve.ofUnits(date, DayCurve.of(date, kwhOfHour).units());
    }

    /** Ordinary days from {@link #FIRST} on. */
    public static List<DayCurve> ordinary(LocalDate from, int count) {
        List<DayCurve> days = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            LocalDate date = from.plusDays(index);
            Random random = new Random(date.toEpochDay());
            double level = 0.85 + 0.3 * random.nextDouble();
            days.add(day(date, hour -> SHAPE[hour] * level * (0.8 + 0.4 * random.nextDouble())));
        }
        return days;
    }

    /** Judges the last day after four ordinary weeks and the days before it, which teach nothing. */
    public static Optional<Finding> judge(AnomalyRule rule, List<DayCurve> days) {
        return judge(rule, ordinary(FIRST, 28), days);
    }

    /** As {@link #judge(AnomalyRule, List)}, after four weeks that begin on {@link #FIRST}. */
    public static Optional<Finding> judge(AnomalyRule rule, List<DayCurve> fourWeeks, List<DayCurve> days) {
        DayCurve judged = days.getLast();
        List<DayCurve> known = new ArrayList<>(fourWeeks);
        known.addAll(days.subList(0, days.size() - 1));
        List<KnownDay> all = known.stream()
                .map(curve -> new KnownDay(curve, Map.of(), !curve.day().isBefore(FIRST.plusDays(28))))
                .toList();
        YearMonth firstMonth = YearMonth.from(FIRST);
        History history = new History(
                all.stream()
                        .filter(day -> !day.day().isBefore(judged.day().minusDays(30)))
                        .toList(),
                () -> List.of(MonthProfile.of(
                        firstMonth,
                        all.stream()
                                .filter(day -> YearMonth.from(day.day()).equals(firstMonth))
                                .toList())));
        return rule.judge(
                judged, new Past(Expectation.of(history, judged.day(), 14).orElseThrow(), history));
    }

    /** Ordinary days after the four weeks, each hour changed. */
    public static List<DayCurve> changed(int count, HourChange change) {
        return changed(FIRST.plusDays(28), count, change);
    }

    /** Ordinary days from this one on, each hour changed. */
    public static List<DayCurve> changed(LocalDate from, int count, HourChange change) {
        return ordinary(from, count).stream()
                .map(day -> day(day.day(), hour -> change.kwh(hour, day.kwh(hour))))
                .toList();
    }

    /** What becomes of an ordinary hour. */
    @FunctionalInterface
    public interface HourChange {

        double kwh(int hour, double ordinary);
    }
}
