package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What is normal for a client on a certain day, learned from its accepted days of the window; while they are too few,
 * as in a long episode, from the months before.
 */
public final class Expectation {

    /** Fewer days of the same kind than this say too little, then all days count. */
    private static final int MINIMUM_OF_KIND = 4;

    /**
     * The last days teach only when there are too few others: what has begun to change slowly is not yet told from
     * what is usual.
     */
    static final int LATELY = 7;

    /** A month loses half its weight against a newer one in so many months. */
    private static final double HALF_LIFE_MONTHS = 2;

    /** What the same season a year ago counts against the months just before. */
    private static final double SAME_SEASON = 0.5;

    private final UsualDay weekday;
    private final UsualDay weekend;
    private final Traits traits;

    private Expectation(UsualDay weekday, UsualDay weekend, Traits traits) {
        this.weekday = weekday;
        this.weekend = weekend;
        this.traits = traits;
    }

    /** Empty when fewer days than the minimum say something. */
    static Optional<Expectation> of(History history, LocalDate day, int minimumDays) {
        List<DayCurve> accepted = history.accepted();
        List<DayCurve> settled = accepted.stream()
                .filter(one -> one.day().isBefore(day.minusDays(LATELY - 1L)))
                .toList();
        if (settled.size() >= minimumDays) {
            return Optional.of(ofDays(settled));
        }
        return accepted.size() >= minimumDays
                ? Optional.of(ofDays(accepted))
                : ofProfiles(history.profiles(), day, minimumDays);
    }

    private static Expectation ofDays(List<DayCurve> days) {
        return new Expectation(ofKind(days, false), ofKind(days, true), Traits.of(days));
    }

    private static UsualDay ofKind(List<DayCurve> all, boolean isWeekend) {
        List<DayCurve> alike =
                all.stream().filter(day -> day.isWeekend() == isWeekend).toList();
        List<DayCurve> days = alike.size() < MINIMUM_OF_KIND ? all : alike;
        double[] middle = new double[DayCurve.HOURS];
        double[] mean = new double[DayCurve.HOURS];
        double[] spread = new double[DayCurve.HOURS];
        double noise = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            int thisHour = hour;
            double[] values = values(days, day -> day.kwh(thisHour));
            middle[hour] = orZero(Statistics.median(values));
            mean[hour] = orZero(Statistics.mean(values));
            spread[hour] = orZero(Statistics.spread(values, middle[hour]));
            noise += orZero(Statistics.variance(values)) / DayCurve.HOURS;
        }
        double[] totals = values(days, DayCurve::total);
        return new UsualDay(
                middle,
                mean,
                spread,
                noise,
                Statistics.mean(totals),
                Statistics.spread(totals, Statistics.median(totals)));
    }

    private static double[] values(List<DayCurve> days, ToDoubleFunction<DayCurve> value) {
        double[] values = new double[days.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value.applyAsDouble(days.get(index));
        }
        return values;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static Optional<Expectation> ofProfiles(List<MonthProfile> all, LocalDate day, int minimumDays) {
        List<MonthProfile> profiles =
                all.stream().filter(profile -> profile.days() > 0).toList();
        if (profiles.stream().mapToInt(MonthProfile::days).sum() < minimumDays) {
            return Optional.empty();
        }
        double[] weights = profiles.stream()
                .mapToDouble(profile -> profile.days() * weight(profile.month(), day))
                .toArray();
        return Optional.of(new Expectation(
                ofKind(profiles, weights, false),
                ofKind(profiles, weights, true),
                Traits.mean(profiles.stream().map(MonthProfile::traits).toList(), weights)));
    }

    /** Near months tell most, then the same season of the year before. */
    private static double weight(YearMonth month, LocalDate day) {
        long age = ChronoUnit.MONTHS.between(month, YearMonth.from(day));
        long fromSeason = Math.abs(age - 12);
        return Math.pow(0.5, age / HALF_LIFE_MONTHS) + SAME_SEASON * Math.pow(0.5, fromSeason / (HALF_LIFE_MONTHS / 2));
    }

    private static UsualDay ofKind(List<MonthProfile> profiles, double[] weights, boolean isWeekend) {
        double[] mean = new double[DayCurve.HOURS];
        double[] squares = new double[DayCurve.HOURS];
        double sum = 0;
        for (int index = 0; index < weights.length; index++) {
            MonthProfile.Kind kind = profiles.get(index).kind(isWeekend);
            MonthProfile.Kind used = kind.days() == 0 ? profiles.get(index).kind(!isWeekend) : kind;
            sum += weights[index];
            for (int hour = 0; hour < DayCurve.HOURS; hour++) {
                double average = used.mean().get(hour);
                double spread = used.spread().get(hour);
                mean[hour] += weights[index] * average;
                squares[hour] += weights[index] * (average * average + spread * spread);
            }
        }
        double[] spread = new double[DayCurve.HOURS];
        double total = 0;
        double variance = 0;
        for (int hour = 0; hour < DayCurve.HOURS; hour++) {
            mean[hour] /= sum;
            double ofHour = Math.max(0, squares[hour] / sum - mean[hour] * mean[hour]);
            spread[hour] = Math.sqrt(ofHour);
            total += mean[hour];
            variance += ofHour;
        }
        return new UsualDay(mean, mean, spread, variance / DayCurve.HOURS, total, Math.sqrt(variance));
    }

    /** The usual day of the kind that this one is of. */
    UsualDay on(DayCurve day) {
        return day.isWeekend() ? weekend : weekday;
    }

    /** The middle of an hour of the day, and the band of normal around it, in kWh. */
    public record Hour(double kwh, double low, double high) {}

    public Hour hour(boolean isWeekend, int hour) {
        UsualDay day = isWeekend ? weekend : weekday;
        return new Hour(day.kwh(hour), day.low(hour), day.high(hour));
    }

    /** The usual kWh of the hour of weekdays or of weekends, whichever is more. */
    double most(int hour) {
        return Math.max(weekday.mean(hour), weekend.mean(hour));
    }

    public Traits traits() {
        return traits;
    }
}
