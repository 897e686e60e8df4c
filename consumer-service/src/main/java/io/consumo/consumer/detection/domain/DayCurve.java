package io.consumo.consumer.detection.domain;

import io.consumo.model.ClientDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A client's day as rules see it: measured kWh of each of the 24 local hours. Estimated hours are no evidence, so they
 * count as missing. The hour that a clock change repeats is told by its mean.
 */
public final class DayCurve {

    public static final int HOURS = 24;

    private static final double UNITS_PER_KWH = 10_000;

    private final LocalDate day;
    private final double[] kwh;
    private final Figures figures;

    private DayCurve(LocalDate day, double[] kwh) {
        this.day = day;
        this.kwh = kwh;
        this.figures = Figures.of(kwh);
    }

    /** What is asked of a day again and again. */
    private record Figures(int present, double total, double base, double peak, double variation, int deadHours) {

        private static final int BASE_HOURS = 6;
        private static final int PEAK_HOURS = 3;

        /** One watt-hour, the coarsest step of a meter that counts any standby. */
        private static final double NOTHING_KWH = 0.001;

        static Figures of(double[] kwh) {
            double[] sorted = kwh.clone();
            // Sorting puts NaN last.
            Arrays.sort(sorted);
            int present = 0;
            int dead = 0;
            double total = 0;
            for (double value : sorted) {
                if (!Double.isNaN(value)) {
                    present++;
                    total += value;
                    dead += value <= NOTHING_KWH ? 1 : 0;
                }
            }
            return new Figures(
                    present,
                    total,
                    mean(sorted, 0, Math.min(BASE_HOURS, present)),
                    mean(sorted, Math.max(0, present - PEAK_HOURS), present),
                    Statistics.variation(kwh),
                    dead);
        }

        private static double mean(double[] values, int from, int to) {
            double sum = 0;
            for (int index = from; index < to; index++) {
                sum += values[index];
            }
            return to == from ? 0 : sum / (to - from);
        }
    }

    public static DayCurve of(ClientDay day) {
        return of(day.day(), day.hours());
    }

    /** The curve of a day's clock hours, 23 to 25 of them. */
    public static DayCurve of(LocalDate day, List<ClientDay.Hour> hours) {
        long[] sums = new long[HOURS];
        int[] counts = new int[HOURS];
        for (ClientDay.Hour hour : hours) {
            Long energy = hour.energy();
            if (energy != null && hour.isEvidence()) {
                sums[hour.localHour()] += energy;
                counts[hour.localHour()]++;
            }
        }
        double[] kwh = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            kwh[hour] = counts[hour] == 0 ? Double.NaN : Math.round((double) sums[hour] / counts[hour]) / UNITS_PER_KWH;
        }
        return new DayCurve(day, kwh);
    }

    /** The curve as stores keep it: 0.1 Wh of each of the 24 hours, null where nothing was measured. */
    public static DayCurve ofUnits(LocalDate day, List<@Nullable Long> units) {
        return of(day, hour -> {
            Long energy = units.get(hour);
            return energy == null ? Double.NaN : energy / UNITS_PER_KWH;
        });
    }

    /** In 0.1 Wh; null where nothing was measured. */
    public List<@Nullable Long> units() {
        List<@Nullable Long> units = new ArrayList<>(HOURS);
        for (double value : kwh) {
            units.add(Double.isNaN(value) ? null : Math.round(value * UNITS_PER_KWH));
        }
        return units;
    }

    /** A curve given hour by hour; NaN where nothing was measured. */
    public static DayCurve of(LocalDate day, IntToDoubleFunction kwhOfHour) {
        double[] kwh = new double[HOURS];
        Arrays.setAll(kwh, kwhOfHour);
        return new DayCurve(day, kwh);
    }

    public LocalDate day() {
        return day;
    }

    public boolean isWeekend() {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    public boolean has(int hour) {
        return !Double.isNaN(kwh[hour]);
    }

    /** In kWh; NaN where nothing was measured. */
    public double kwh(int hour) {
        return kwh[hour];
    }

    /** How many of the 24 hours were measured. */
    public int present() {
        return figures.present;
    }

    /** All hours were measured; on the day that lacks one, all but that one. */
    public boolean isComplete() {
        return figures.present >= HOURS - 1;
    }

    /** Of the measured hours, in kWh. */
    public double total() {
        return figures.total;
    }

    /** Mean of the six lowest measured hours: what runs when nobody is there. In kWh. */
    public double base() {
        return figures.base;
    }

    /** Mean of the three highest measured hours, in kWh. */
    public double peak() {
        return figures.peak;
    }

    /** How many of the measured hours show no consumption at all. */
    public int deadHours() {
        return figures.deadHours;
    }

    /** As {@link #deadHours()}, from the first hour, inclusive, to the last, exclusive. */
    public int deadHours(int from, int to) {
        return (int) Arrays.stream(kwh, from, to)
                .filter(value -> value <= Figures.NOTHING_KWH)
                .count();
    }

    /** Standard deviation of the measured hours over their mean; 0 for a day without consumption. */
    public double variation() {
        return figures.variation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DayCurve that && day.equals(that.day) && Arrays.equals(kwh, that.kwh);
    }

    @Override
    public int hashCode() {
        return 31 * day.hashCode() + Arrays.hashCode(kwh);
    }

    @Override
    public String toString() {
        return day + " " + Arrays.toString(kwh);
    }
}
