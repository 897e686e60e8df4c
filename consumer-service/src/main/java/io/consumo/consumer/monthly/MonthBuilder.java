package io.consumo.consumer.monthly;

import io.consumo.model.Band;
import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import io.consumo.model.store.MonthDays;
import io.consumo.model.store.MonthDays.Day;
import io.consumo.model.store.MonthDocument;
import io.consumo.model.store.MonthDocument.HourProfile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Makes a month of its days: those that it had, and those that changed in place of the old. */
record MonthBuilder(BandHours bands) {

    private static final int HOURS = 24;

    MonthDocument build(
            String clientId,
            YearMonth month,
            Optional<MonthDocument> before,
            List<ClientDay> changed,
            int score,
            long revision) {
        SortedMap<Integer, Day> days =
                before.map(MonthDocument::days).map(MonthDays::byNumber).orElseGet(TreeMap::new);
        changed.forEach(day -> days.put(day.day().getDayOfMonth(), day(day)));
        return new MonthDocument(
                MonthDocument.idOf(clientId, month.toString()),
                clientId,
                month.toString(),
                sum(days, Day::total),
                sum(days, Day::night),
                sum(days, Day::morning),
                sum(days, Day::afternoon),
                sum(days, Day::evening),
                days.size(),
                MonthDays.of(days),
                profile(month, days, false),
                profile(month, days, true),
                score,
                revision);
    }

    private Day day(ClientDay day) {
        ClientDay.Totals totals = day.totals(bands);
        List<@Nullable Long> hours = new ArrayList<>();
        int doubtful = 0;
        for (ClientDay.Hour hour : day.hours()) {
            doubtful |= hour.isEvidence() ? 0 : 1 << hours.size();
            hours.add(hour.energy());
        }
        return new Day(
                day.length().minutes(),
                totals.total(),
                totals.bands().getOrDefault(Band.NIGHT, 0L),
                totals.bands().getOrDefault(Band.MORNING, 0L),
                totals.bands().getOrDefault(Band.AFTERNOON, 0L),
                totals.bands().getOrDefault(Band.EVENING, 0L),
                totals.readings(),
                totals.expectedReadings(),
                totals.estimated(),
                doubtful,
                hours);
    }

    private static long sum(Map<Integer, Day> days, ToLongFunction<Day> part) {
        return days.values().stream().mapToLong(part).sum();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** Of ordinary days only: on those of a clock change an hour's place does not tell its local time. */
    private static HourProfile profile(YearMonth month, Map<Integer, Day> days, boolean ofWeekends) {
        List<List<@Nullable Long>> alike = days.entrySet().stream()
                .filter(day -> isWeekend(month.atDay(day.getKey())) == ofWeekends)
                .map(day -> day.getValue().hours())
                .filter(hours -> hours.size() == HOURS)
                .toList();
        List<@Nullable Long> counts = new ArrayList<>(HOURS);
        List<Double> means = new ArrayList<>(HOURS);
        List<Double> spreads = new ArrayList<>(HOURS);
        long[] values = new long[alike.size()];
        for (int hour = 0; hour < HOURS; hour++) {
            int count = 0;
            long sum = 0;
            for (List<@Nullable Long> hours : alike) {
                Long energy = hours.get(hour);
                if (energy != null) {
                    values[count] = energy;
                    count++;
                    sum += energy;
                }
            }
            double mean = count == 0 ? 0 : (double) sum / count;
            double squares = 0;
            for (int index = 0; index < count; index++) {
                squares += (values[index] - mean) * (values[index] - mean);
            }
            counts.add((long) count);
            means.add(mean);
            spreads.add(count == 0 ? 0 : Math.sqrt(squares / count));
        }
        return HourProfile.of(counts, means, spreads);
    }
}
