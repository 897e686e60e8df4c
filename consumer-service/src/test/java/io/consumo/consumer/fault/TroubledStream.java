package io.consumo.consumer.fault;

import io.consumo.consumer.ReadingTopic;
import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Readings as they come from a field full of trouble: out of order, days and weeks late, twice, estimated first and
 * corrected later, in two lengths for the same day. Two thirds of the clients have days that may raise cases.
 */
final class TroubledStream {

    /** Of every other client: the day of 23 hours, 29 March, is among its days. */
    private static final LocalDate FIRST_IN_SPRING = LocalDate.of(2026, 2, 20);

    /** Of the others: 26 October has 25 hours. All is long past, so that nobody counts as silent. */
    private static final LocalDate FIRST_IN_AUTUMN = LocalDate.of(2025, 9, 19);

    static final int DAYS = 46;
    private static final int ODD_FROM = 34;
    private static final int LENGTHS_MIXED_FROM = 20;
    private static final int LENGTHS_MIXED_TO = 24;
    private static final int HOURS = 24;

    private final String prefix;
    private final int clients;
    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();

    private TroubledStream(String prefix, int clients, long seed) {
        this.prefix = prefix;
        this.clients = clients;
        this.random = new Random(seed);
    }

    /** @param hour of arrival, counted from the first day's begin */
    private record Arrival(double hour, Reading reading) {}

    /** In the order of arrival. */
    static List<Reading> of(String prefix, int clients, long seed) {
        TroubledStream stream = new TroubledStream(prefix, clients, seed);
        for (int client = 0; client < clients; client++) {
            for (int day = 0; day < DAYS; day++) {
                stream.addDay(client, day);
            }
        }
        return stream.arrivals.stream()
                .sorted(Comparator.comparingDouble(Arrival::hour))
                .map(Arrival::reading)
                .toList();
    }

    private void addDay(int client, int day) {
        addDay(client, day, IntervalLength.HOUR);
        if (client % 7 == 0 && day >= LENGTHS_MIXED_FROM && day < LENGTHS_MIXED_TO) {
            addDay(client, day, IntervalLength.QUARTER_HOUR);
        }
    }

    private void addDay(int client, int day, IntervalLength length) {
        LocalDate first = client % 2 == 0 ? FIRST_IN_SPRING : FIRST_IN_AUTUMN;
        DayGrid grid = new DayGrid(first.plusDays(day), ReadingTopic.MADRID, length);
        for (int slot = 0; slot < grid.slots(); slot++) {
            int hour = grid.start(slot).getHour();
            double kwh = kwh(client, day, hour) / length.perHour();
            add(
                    day,
                    hour,
                    new Reading(
                            prefix + client,
                            grid.start(slot).toInstant(),
                            length,
                            Energy.ofKwh(kwh),
                            Quality.MEASURED,
                            2 + random.nextInt(3)));
        }
    }

    /** Most readings come once and in time. */
    private void add(int day, int hour, Reading reading) {
        arrivals.add(new Arrival(arrival(day, hour), reading));
        int trouble = random.nextInt(100);
        if (trouble < 5) {
            arrivals.add(new Arrival(arrival(day, hour), reading));
        } else if (trouble < 8) {
            arrivals.add(new Arrival(arrival(day, hour), other(reading, Quality.MEASURED, 1)));
        } else if (trouble < 10) {
            arrivals.add(new Arrival(arrival(day, hour), other(reading, Quality.ESTIMATED, 9)));
        } else if (trouble < 11) {
            // The same revision with another value: the greater one stays.
            arrivals.add(new Arrival(arrival(day, hour), other(reading, Quality.MEASURED, reading.revision())));
        }
    }

    private double arrival(int day, int hour) {
        int trouble = random.nextInt(1000);
        double delay = trouble < 3 ? 24 * 40 : trouble < 15 ? 24 * 12 : trouble < 60 ? 48 : 3;
        return HOURS * day + hour + 1 + delay * random.nextDouble();
    }

    private Reading other(Reading reading, Quality quality, long revision) {
        return new Reading(
                reading.clientId(),
                reading.start(),
                reading.length(),
                new Energy(random.nextInt(30_000)),
                quality,
                revision);
    }

    private double kwh(int client, int day, int hour) {
        double usual = (0.4 + 0.05 * (client % 9)) * (1 + 0.6 * Math.sin((hour - 9) / HOURS * 2 * Math.PI))
                + 0.15 * random.nextDouble();
        if (day < ODD_FROM || client >= 2 * clients / 3) {
            return usual;
        }
        return switch (client % 5) {
            case 0 -> 0;
            case 1 -> hour < 12 ? usual + 2.5 : usual;
            case 2 -> 0.6;
            case 3 -> day == ODD_FROM + 3 && hour == 19 ? 45 : usual;
            default -> 0.3 * usual;
        };
    }
}
