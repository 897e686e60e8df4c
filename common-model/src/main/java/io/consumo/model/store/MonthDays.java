package io.consumo.model.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The days of a month side by side: each figure as {@link PackedNumbers}, one for each day from the first of the month
 * to the last that has readings; null where a day has none.
 *
 * @param hours of each day as many as it has clock hours
 */
public record MonthDays(
        Binary minutes,
        Binary total,
        Binary night,
        Binary morning,
        Binary afternoon,
        Binary evening,
        Binary readings,
        Binary expectedReadings,
        Binary estimated,
        Binary doubtful,
        Binary clockHours,
        Binary hours) {

    /**
     * One day.
     *
     * @param minutes of an interval
     * @param doubtful bit n is set where hour n is not wholly measured, so that it is no evidence
     * @param hours energy of each clock hour, 23 to 25 of them; null where nothing was received
     */
    public record Day(
            int minutes,
            long total,
            long night,
            long morning,
            long afternoon,
            long evening,
            int readings,
            int expectedReadings,
            int estimated,
            int doubtful,
            List<@Nullable Long> hours) {}

    /** @param days by their number in the month, from 1 */
    public static MonthDays of(SortedMap<Integer, Day> days) {
        List<@Nullable Day> all = new ArrayList<>();
        days.forEach((number, day) -> {
            while (all.size() < number - 1) {
                all.add(null);
            }
            all.add(day);
        });
        List<@Nullable Long> hours = new ArrayList<>();
        days.values().forEach(day -> hours.addAll(day.hours()));
        return new MonthDays(
                column(all, day -> (long) day.minutes()),
                column(all, Day::total),
                column(all, Day::night),
                column(all, Day::morning),
                column(all, Day::afternoon),
                column(all, Day::evening),
                column(all, day -> (long) day.readings()),
                column(all, day -> (long) day.expectedReadings()),
                column(all, day -> (long) day.estimated()),
                column(all, day -> (long) day.doubtful()),
                column(all, day -> (long) day.hours().size()),
                PackedNumbers.ofLongs(hours));
    }

    private static Binary column(List<@Nullable Day> days, Function<Day, Long> figure) {
        List<@Nullable Long> column = new ArrayList<>(days.size());
        for (Day day : days) {
            column.add(day == null ? null : figure.apply(day));
        }
        return PackedNumbers.ofLongs(column);
    }

    /** By their number in the month, from 1. */
    public SortedMap<Integer, Day> byNumber() {
        SortedMap<Integer, Day> days = new TreeMap<>();
        List<@Nullable Long> all = PackedNumbers.longs(hours);
        List<@Nullable Long> counts = PackedNumbers.longs(clockHours);
        int first = 0;
        for (int index = 0; index < counts.size(); index++) {
            Long count = counts.get(index);
            if (count != null) {
                int next = first + count.intValue();
                days.put(index + 1, day(index, new ArrayList<>(all.subList(first, next))));
                first = next;
            }
        }
        return days;
    }

    private Day day(int index, List<@Nullable Long> energies) {
        return new Day(
                (int) PackedNumbers.get(minutes, index),
                PackedNumbers.get(total, index),
                PackedNumbers.get(night, index),
                PackedNumbers.get(morning, index),
                PackedNumbers.get(afternoon, index),
                PackedNumbers.get(evening, index),
                (int) PackedNumbers.get(readings, index),
                (int) PackedNumbers.get(expectedReadings, index),
                (int) PackedNumbers.get(estimated, index),
                (int) PackedNumbers.get(doubtful, index),
                energies);
    }
}
