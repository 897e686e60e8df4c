package io.consumo.api.overview;

import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What is usual for an hour of the day, apart for weekdays and weekends: the 10th, 50th and 90th percentile of the past
 * days' load a reporting client, so that days on which fewer clients reported count like the others.
 */
final class UsualLoad {

    private final Map<Key, double[]> samples = new HashMap<>();
    private final int minimumHours;

    UsualLoad(Collection<DayLoad> days, ZoneId zone, int minimumHours) {
        this.minimumHours = minimumHours;
        Map<Key, DoubleStream.Builder> collected = new HashMap<>();
        for (DayLoad day : days) {
            DayGrid grid = new DayGrid(day.day(), zone, IntervalLength.HOUR);
            List<DayLoad.Hour> hours = day.hours();
            for (int index = 0; index < hours.size(); index++) {
                DayLoad.Hour hour = hours.get(index);
                if (hour.clients() > 0) {
                    collected
                            .computeIfAbsent(
                                    Key.of(day.day(), grid.start(index).getHour()), key -> DoubleStream.builder())
                            .add((double) hour.energy() / hour.clients());
                }
            }
        }
        collected.forEach(
                (key, values) -> samples.put(key, values.build().sorted().toArray()));
    }

    /** In 0.1 Wh. */
    record Band(long low, long mid, long high) {}

    private record Key(boolean weekend, int localHour) {

        static Key of(LocalDate day, int localHour) {
            return new Key(day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0, localHour);
        }
    }

    /** For so many clients; empty where there is too little history. */
    Optional<Band> at(LocalDate day, int localHour, int clients) {
        double[] sorted = samples.getOrDefault(Key.of(day, localHour), new double[0]);
        if (sorted.length < minimumHours) {
            return Optional.empty();
        }
        return Optional.of(new Band(
                Math.round(percentile(sorted, 0.1) * clients),
                Math.round(percentile(sorted, 0.5) * clients),
                Math.round(percentile(sorted, 0.9) * clients)));
    }

    /** Between the neighbours in proportion (Hyndman and Fan's type 7). */
    static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
