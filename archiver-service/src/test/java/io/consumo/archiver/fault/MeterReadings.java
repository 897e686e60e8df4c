package io.consumo.archiver.fault;

import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Hourly readings around the days on which the clock changes, some of them late, corrected or sent twice. */
final class MeterReadings {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    static final int DAYS = 16;

    /** 29 March 2026 has 23 hours, 26 October 2025 has 25; both lie far beyond the active window. */
    static final List<LocalDate> FIRST_DAYS = List.of(LocalDate.of(2026, 3, 20), LocalDate.of(2025, 10, 17));

    private record Arrival(double hour, Reading reading) {}

    private MeterReadings() {}

    static LocalDate firstDay(int client) {
        return FIRST_DAYS.get(client % FIRST_DAYS.size());
    }

    /** In the order of arrival. */
    static List<Reading> of(String prefix, int clients, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            for (int day = 0; day < DAYS; day++) {
                DayGrid grid = new DayGrid(firstDay(client).plusDays(day), MADRID, IntervalLength.HOUR);
                for (int slot = 0; slot < grid.slots(); slot++) {
                    Instant start = grid.start(slot).toInstant();
                    int times = random.nextInt(10) == 0 ? 2 : 1;
                    for (int time = 0; time < times; time++) {
                        int delayedHours = random.nextInt(12) == 0 ? 24 * DAYS : 30;
                        arrivals.add(new Arrival(
                                24.0 * day + slot + delayedHours * random.nextDouble(),
                                reading(prefix + client, start, random)));
                    }
                }
            }
        }
        return arrivals.stream()
                .sorted(Comparator.comparingDouble(Arrival::hour))
                .map(Arrival::reading)
                .toList();
    }

    private static Reading reading(String client, Instant start, Random random) {
        return new Reading(
                client,
                start,
                IntervalLength.HOUR,
                new Energy(random.nextInt(30_000)),
                random.nextInt(20) == 0 ? Quality.ESTIMATED : Quality.MEASURED,
                random.nextInt(5));
    }

    /** What each hour of the client must hold in the end, in 0.1 Wh and with its quality. */
    static Map<Instant, String> hours(List<Reading> readings, String client) {
        return readings.stream()
                .filter(reading -> reading.clientId().equals(client))
                .collect(Collectors.groupingBy(
                        Reading::start,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.maxBy(Comparator.comparingLong(Reading::rank)
                                        .thenComparingLong(
                                                reading -> reading.energy().tenthsOfWattHour())),
                                greatest -> greatest.map(one -> one.energy().tenthsOfWattHour() + " " + one.quality())
                                        .orElseThrow())));
    }

    /** Sums of the hours by local month, in 0.1 Wh. */
    static Map<String, Long> months(Map<Instant, String> hours) {
        return hours.entrySet().stream()
                .collect(Collectors.groupingBy(
                        hour -> YearMonth.from(hour.getKey().atZone(MADRID)).toString(),
                        TreeMap::new,
                        Collectors.summingLong(
                                hour -> Long.parseLong(hour.getValue().split(" ", 2)[0]))));
    }
}
