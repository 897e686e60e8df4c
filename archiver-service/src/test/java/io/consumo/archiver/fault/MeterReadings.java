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

/**
 * Hourly readings around the days on which the clock changes, and of the last days, some of them late, corrected or sent
 * twice. The last ones of each client are of another kind, none, a fifth, or six times as much as before. None of the
 * clients with the last days is estimated, so that their days may be usual ones, and evidence.
 */
final class MeterReadings {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** Whose hours are one page of the API. */
    static final int DAYS = 20;

    private static final int ODD_DAYS = 5;
    private static final List<Double> ODD = List.of(0.0, 0.2, 6.0);

    /** 29 March 2026 has 23 hours, 26 October 2025 has 25; both lie far beyond the active window. */
    private static final List<LocalDate> FIRST_DAYS = List.of(LocalDate.of(2026, 3, 20), LocalDate.of(2025, 10, 17));

    /** Clients that differ by so much have the same days. */
    private static final int KINDS = FIRST_DAYS.size() + 1;

    private record Arrival(double hour, Reading reading) {}

    private MeterReadings() {}

    /** Of those whose days stay in PostgreSQL the last day is the one before today. */
    static LocalDate firstDay(int client, LocalDate today) {
        return isInTheWindow(client) ? today.minusDays(DAYS) : FIRST_DAYS.get(client % KINDS);
    }

    static boolean isInTheWindow(int client) {
        return client % KINDS == FIRST_DAYS.size();
    }

    /** In the order of arrival. */
    static List<Reading> of(String prefix, int clients, LocalDate today, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            for (int day = 0; day < DAYS; day++) {
                DayGrid grid = new DayGrid(firstDay(client, today).plusDays(day), MADRID, IntervalLength.HOUR);
                boolean isOdd = day >= DAYS - ODD_DAYS;
                double factor = isOdd ? ODD.get(client / KINDS % ODD.size()) : 1;
                for (int slot = 0; slot < grid.slots(); slot++) {
                    Instant start = grid.start(slot).toInstant();
                    int times = random.nextInt(10) == 0 ? 2 : 1;
                    for (int time = 0; time < times; time++) {
                        int delayedHours = random.nextInt(12) == 0 ? 24 * DAYS : 30;
                        arrivals.add(new Arrival(
                                24.0 * day + slot + delayedHours * random.nextDouble(),
                                reading(prefix + client, start, factor, isInTheWindow(client), random)));
                    }
                }
            }
        }
        return arrivals.stream()
                .sorted(Comparator.comparingDouble(Arrival::hour))
                .map(Arrival::reading)
                .toList();
    }

    private static Reading reading(String client, Instant start, double factor, boolean isMeasured, Random random) {
        return new Reading(
                client,
                start,
                IntervalLength.HOUR,
                new Energy((int) (factor * (10_000 + random.nextInt(10_000)))),
                isMeasured || random.nextInt(20) != 0 ? Quality.MEASURED : Quality.ESTIMATED,
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
