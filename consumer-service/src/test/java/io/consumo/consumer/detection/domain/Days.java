package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What is usual after four weeks of ordinary days. */
    public static Expectation usual() {
        return Expectation.of(
                        new History(
                                ordinary(FIRST, 28).stream()
                                        .map(curve -> new KnownDay(curve, Map.of()))
                                        .toList(),
                                List::of),
                        false,
                        14)
                .orElseThrow();
    }
}
