package io.consumo.bench;

import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Hourly readings of households, the same for the same prefix: a morning and an evening peak, noise, and in the last
 * days of one client in fifty a plantation's lamps or a bypass.
 *
 * @param lastDay of {@code days} days
 */
record Meters(String prefix, int clients, int days, LocalDate lastDay, ZoneId zone) {

    private static final int ODD_EVERY = 50;
    private static final int ODD_DAYS = 8;
    private static final int REVISION = 1;

    /** In which order the readings lie in the topic. */
    enum Order {
        /** Each client's day at once, as a catch-up from files or from a meter that was away brings it. */
        CATCH_UP,
        /** All clients' hour 0, then hour 1, as meters that report each hour bring it. */
        SWEEP
    }

    String client(int index) {
        return "%s-%06d".formatted(prefix, index);
    }

    void each(Order order, Consumer<Reading> taker) {
        for (int day = 0; day < days; day++) {
            DayGrid grid = new DayGrid(lastDay.minusDays(days - 1L - day), zone, IntervalLength.HOUR);
            boolean odd = days - day <= ODD_DAYS;
            int outer = order == Order.SWEEP ? grid.slots() : clients;
            int inner = order == Order.SWEEP ? clients : grid.slots();
            for (int one = 0; one < outer; one++) {
                for (int other = 0; other < inner; other++) {
                    int slot = order == Order.SWEEP ? one : other;
                    taker.accept(reading(order == Order.SWEEP ? other : one, grid, slot, odd));
                }
            }
        }
    }

    /** The client's day in about 27 kWh. */
    double size(int client) {
        return 0.15 + (client * 7919L % 100) / 100.0;
    }

    /** What the client's meter tells of one slot. */
    Reading reading(int client, DayGrid grid, int slot, boolean odd) {
        int hour = grid.start(slot).getHour();
        SplittableRandom random =
                new SplittableRandom((client * 31L + grid.day().toEpochDay()) * 31 + slot);
        double size = size(client);
        double peak = Math.exp(-Math.pow(hour - 8, 2) / 4.0) + 1.6 * Math.exp(-Math.pow(hour - 20, 2) / 8.0);
        double kwh = size * (0.25 + peak) * (0.6 + 0.8 * random.nextDouble());
        if (odd && client % ODD_EVERY == 0) {
            kwh = client / ODD_EVERY % 2 == 0 ? kwh * 0.05 : kwh + (hour >= 8 && hour < 20 ? 2.4 : 0);
        }
        return new Reading(
                client(client),
                grid.start(slot).toInstant(),
                IntervalLength.HOUR,
                Energy.ofKwh(kwh),
                Quality.MEASURED,
                REVISION);
    }
}
