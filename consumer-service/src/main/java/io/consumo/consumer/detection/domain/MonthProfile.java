package io.consumo.consumer.detection.domain;

import java.time.YearMonth;
import java.util.List;

/** What was usual for a client in a month: each local hour of its accepted days, weekdays and weekends apart. */
public record MonthProfile(YearMonth month, Kind weekday, Kind weekend, Traits traits) {

    /** So many months before the day's own may tell what is usual on it. */
    public static final int MONTHS_KEPT = 13;

    /**
     * Days of one kind; both lists have 24 elements, or none without days.
     *
     * @param mean kWh of each local hour
     * @param spread standard deviation of each, in kWh
     */
    public record Kind(int days, List<Double> mean, List<Double> spread) {

        static final Kind NONE = new Kind(0, List.of(), List.of());

        private static Kind of(List<DayCurve> days) {
            if (days.isEmpty()) {
                return NONE;
            }
            Double[] mean = new Double[DayCurve.HOURS];
            Double[] spread = new Double[DayCurve.HOURS];
            for (int hour = 0; hour < DayCurve.HOURS; hour++) {
                int count = 0;
                double sum = 0;
                double squares = 0;
                for (DayCurve day : days) {
                    if (day.has(hour)) {
                        count++;
                        sum += day.kwh(hour);
                        squares += day.kwh(hour) * day.kwh(hour);
                    }
                }
                double average = count == 0 ? 0 : sum / count;
                mean[hour] = average;
                spread[hour] = count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - average * average));
            }
            return new Kind(days.size(), List.of(mean), List.of(spread));
        }
    }

    /** The profile of those of the month's days that are accepted, given in the order of time. */
    static MonthProfile of(YearMonth month, List<KnownDay> days) {
        List<DayCurve> accepted =
                days.stream().filter(KnownDay::isAccepted).map(KnownDay::curve).toList();
        return new MonthProfile(
                month,
                Kind.of(accepted.stream().filter(day -> !day.isWeekend()).toList()),
                Kind.of(accepted.stream().filter(DayCurve::isWeekend).toList()),
                Traits.of(accepted));
    }

    public Kind kind(boolean isWeekend) {
        return isWeekend ? weekend : weekday;
    }

    /** How many days it was learned from. */
    public int days() {
        return weekday.days() + weekend.days();
    }
}
