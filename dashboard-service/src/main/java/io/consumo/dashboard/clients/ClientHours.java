package io.consumo.dashboard.clients;

import io.consumo.dashboard.chart.HeatMap;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.Quality;
import io.consumo.model.api.HourlyConsumption;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client's clock hours of a range of local days, those that are missing too. */
final class ClientHours {

    private static final int HOURS = 24;

    private final LocalDate first;
    private final LocalDate last;
    private final Formats formats;
    private final Map<Instant, HourlyConsumption> found = new HashMap<>();

    ClientHours(LocalDate first, LocalDate last, List<HourlyConsumption> hours, Formats formats) {
        this.first = first;
        this.last = last;
        this.formats = formats;
        hours.forEach(hour -> found.put(hour.start().toInstant(), hour));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The start of every clock hour of the range; a day may have 23 or 25. */
    List<ZonedDateTime> starts() {
        List<ZonedDateTime> starts = new ArrayList<>();
        ZonedDateTime end = last.plusDays(1).atStartOfDay(formats.zone());
        for (ZonedDateTime hour = first.atStartOfDay(formats.zone()); hour.isBefore(end); hour = hour.plusHours(1)) {
            starts.add(hour);
        }
        return starts;
    }

    @Nullable
    HourlyConsumption at(ZonedDateTime start) {
        return found.get(start.toInstant());
    }

    /** Hours that are over and have no reading, from the first one that has. */
    long missing(Instant now) {
        Instant begin = found.keySet().stream().min(Instant::compareTo).orElse(now);
        return starts().stream()
                .map(ZonedDateTime::toInstant)
                .filter(start ->
                        !start.isBefore(begin) && start.plusSeconds(3600).isBefore(now))
                .filter(start -> !found.containsKey(start))
                .count();
    }

    long estimated() {
        return found.values().stream()
                .filter(hour -> hour.quality() == Quality.ESTIMATED)
                .count();
    }

    /** How many days came from where: window, held, restored or archive. */
    Map<String, Integer> sources() {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        found.values().forEach(hour -> days.computeIfAbsent(hour.source(), source -> new HashSet<>())
                .add(hour.start().atZoneSameInstant(formats.zone()).toLocalDate()));
        return days.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .size()));
    }

    List<HeatMap.Column> columns(int daysBetweenTicks) {
        Map<LocalDate, List<@Nullable BigDecimal>> cells = new HashMap<>();
        Set<LocalDate> restored = new HashSet<>();
        for (ZonedDateTime start : starts()) {
            List<@Nullable BigDecimal> day = cells.computeIfAbsent(start.toLocalDate(), key -> empty());
            HourlyConsumption hour = at(start);
            if (hour != null) {
                BigDecimal before = day.get(start.getHour());
                // The hour that the clock shows twice in autumn holds both.
                day.set(start.getHour(), before == null ? hour.kwh() : before.add(hour.kwh()));
                if (hour.restored()) {
                    restored.add(start.toLocalDate());
                }
            }
        }
        return first.datesUntil(last.plusDays(1))
                .map(day -> new HeatMap.Column(
                        formats.longDay(day),
                        (last.toEpochDay() - day.toEpochDay()) % daysBetweenTicks == 0 ? formats.day(day) : "",
                        restored.contains(day),
                        cells.getOrDefault(day, empty())))
                .toList();
    }

    private static List<@Nullable BigDecimal> empty() {
        List<@Nullable BigDecimal> hours = new ArrayList<>(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            hours.add(null);
        }
        return hours;
    }
}
