package io.consumo.consumer.monthly;

import io.consumo.model.Band;
import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import io.consumo.model.store.MonthDocument;
import io.consumo.model.store.MonthDocument.Day;
import io.consumo.model.store.MonthDocument.HourProfile;
import io.consumo.model.store.PackedNumbers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes a month of its days: those that it had, and those that changed in place of the old. */
record MonthBuilder(BandHours bands) {

    private static final int HOURS = 24;

    MonthDocument build(
            String clientId,
            String month,
            Optional<MonthDocument> before,
            List<ClientDay> changed,
            int score,
            long revision) {
        Map<String, Day> days = new TreeMap<>(before.map(MonthDocument::days).orElse(Map.of()));
        changed.forEach(day -> days.put(day.day().toString(), day(day)));
        return new MonthDocument(
                MonthDocument.idOf(clientId, month),
                clientId,
                month,
                sum(days, Day::total),
                sum(days, Day::night),
                sum(days, Day::morning),
                sum(days, Day::afternoon),
                sum(days, Day::evening),
                days.size(),
                days,
                profile(days, day -> !isWeekend(day)),
                profile(days, MonthBuilder::isWeekend),
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
                PackedNumbers.ofLongs(hours),
                doubtful);
    }

    private static long sum(Map<String, Day> days, ToLongFunction<Day> part) {
        return days.values().stream().mapToLong(part).sum();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /** Of ordinary days only: on those of a clock change an hour's place does not tell its local time. */
    private static HourProfile profile(Map<String, Day> days, Predicate<LocalDate> kind) {
        List<List<@Nullable Long>> alike = days.entrySet().stream()
                .filter(entry -> kind.test(LocalDate.parse(entry.getKey())))
                .map(entry -> entry.getValue().energies())
                .filter(energies -> energies.size() == HOURS)
                .toList();
        List<Integer> counts = new ArrayList<>(HOURS);
        List<Double> means = new ArrayList<>(HOURS);
        List<Double> spreads = new ArrayList<>(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            int thisHour = hour;
            long[] values = alike.stream()
                    .map(energies -> energies.get(thisHour))
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .toArray();
            double mean = LongStream.of(values).average().orElse(0);
            counts.add(values.length);
            means.add(mean);
            spreads.add(Math.sqrt(LongStream.of(values)
                    .mapToDouble(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0)));
        }
        return new HourProfile(counts, means, spreads);
    }
}
