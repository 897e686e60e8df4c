package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An episode as far as it has been followed: sums over the days on which its rule fired, so that a case needs no day
 * that is long gone. Energies in kWh.
 *
 * @param openedOn the day on which it had lasted long enough to be a case
 * @param days on which the rule fired
 * @param quiet complete days since the last of them on which it did not
 * @param observed sum of what was measured
 * @param expected sum of what was usual
 * @param low what is missing at the least; at 0 for a day that lies above the usual one
 * @param mid what is missing against the usual day
 * @param high what is missing at the most
 * @param scores sum of the days' scores
 * @param hours sum of the hours that were measured
 * @param figures of the last finding, for the explanation
 * @param overshadowed whether another rule tells the same change
 */
public record Tally(
        LocalDate firstDay,
        LocalDate lastDay,
        Optional<LocalDate> openedOn,
        int days,
        int quiet,
        double observed,
        double expected,
        double low,
        double mid,
        double high,
        long scores,
        int hours,
        Map<String, Double> figures,
        boolean overshadowed) {

    private static final int POINTS_PER_FURTHER_DAY = 2;
    private static final int POINTS_FOR_LASTING = 16;
    private static final double CRITICAL = 85;

    /** So many points beyond make up for two thirds of what is left to 100. */
    private static final double TWO_THIRDS = 30;

    /** Share of the days' hours that were measured. */
    double completeness() {
        return hours / (DayCurve.HOURS * (double) days);
    }

    /**
     * From 0 to 100: the mean of the days' scores, more for an episode that lasts. What is beyond the threshold of
     * CRITICAL comes ever nearer to 100, so that the worst cases keep their order.
     */
    public int score() {
        double mean = (double) scores / days;
        int lasting = Math.min(POINTS_FOR_LASTING, POINTS_PER_FURTHER_DAY * (days - 1));
        double points = mean + lasting;
        double beyond = Math.max(0, points - CRITICAL);
        double kept = (100 - CRITICAL) * (1 - Math.exp(-beyond / TWO_THIRDS));
        return (int) Math.round(Math.min(points, CRITICAL) + kept);
    }

    static Tally begin(KnownDay day, KnownDay.Found found, int daysToOpen) {
        return found.earlier()
                .map(earlier -> begin(earlier, found))
                .orElseGet(() ->
                        new Tally(day.day(), day.day(), Optional.empty(), 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), false))
                .with(day, found, daysToOpen);
    }

    private static Tally begin(KnownDay.Earlier earlier, KnownDay.Found found) {
        double missing = earlier.expected() - earlier.observed();
        double spread = earlier.days() * found.spread();
        return new Tally(
                earlier.firstDay(),
                earlier.firstDay(),
                Optional.empty(),
                earlier.days(),
                0,
                earlier.observed(),
                earlier.expected(),
                Math.max(0, missing - spread),
                Math.max(0, missing),
                Math.max(0, missing + spread),
                (long) earlier.days() * found.finding().score(),
                earlier.hours(),
                Map.of(),
                false);
    }

    Tally with(KnownDay day, KnownDay.Found found, int daysToOpen) {
        double total = day.curve().total();
        double missing = found.expected() - total;
        return new Tally(
                firstDay,
                day.day(),
                openedOn.or(() -> days + 1 >= daysToOpen ? Optional.of(day.day()) : Optional.empty()),
                days + 1,
                0,
                observed + total,
                expected + found.expected(),
                low + Math.max(0, missing - found.spread()),
                mid + Math.max(0, missing),
                high + Math.max(0, missing + found.spread()),
                scores + found.finding().score(),
                hours + day.curve().present(),
                found.finding().figures(),
                overshadowed);
    }

    Tally withQuietDay() {
        return with(quiet + 1, overshadowed);
    }

    Tally inTheShadow() {
        return with(quiet, true);
    }

    private Tally with(int newQuiet, boolean newOvershadowed) {
        return new Tally(
                firstDay,
                lastDay,
                openedOn,
                days,
                newQuiet,
                observed,
                expected,
                low,
                mid,
                high,
                scores,
                hours,
                figures,
                newOvershadowed);
    }
}
