package io.consumo.producer.feed.domain;

import io.consumo.model.DayGrid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the simulated meters measure. A value depends on nothing but the seed, the client and its interval, so any range
 * can be made in any order, and made again.
 */
public final class Simulation {

    /** Stands where a meter sends nothing. */
    public static final int NOTHING_SENT = -1;

    /** Meters count whole watt-hours. */
    private static final int METER_STEP = 10;

    private static final double STEPS_PER_KWH = 1000;

    private final Meters meters;
    private final HonestMeter honest;
    private final Map<Integer, List<InjectedAnomaly>> anomalies;

    public Simulation(Meters meters, Collection<InjectedAnomaly> anomalies) {
        this.meters = meters;
        this.honest = new HonestMeter(meters.seed());
        this.anomalies = anomalies.stream().collect(Collectors.groupingBy(InjectedAnomaly::client));
    }

    /** Takes the readings that a simulation makes. */
    @FunctionalInterface
    public interface Sink {

        /** @param tenthsOfWattHour or {@link #NOTHING_SENT} */
        void take(int client, Instant start, int tenthsOfWattHour);
    }

    /** The clients' readings of the day, in the order of time. */
    public void day(int[] clients, LocalDate day, Sink sink) {
        DaySlice slice = new DaySlice(day, meters);
        int[][] energy = new int[clients.length][];
        for (int index = 0; index < clients.length; index++) {
            energy[index] = energy(clients[index], slice);
        }
        for (int slot = 0; slot < slice.slots(); slot++) {
            for (int index = 0; index < clients.length; index++) {
                sink.take(clients[index], slice.start(slot), energy[index][slot]);
            }
        }
    }

    /** The clients' readings of the interval that starts at the instant. */
    public void interval(int[] clients, Instant start, Sink sink) {
        DayGrid grid = DayGrid.of(start, meters.zone(), meters.length());
        DaySlice slice = new DaySlice(grid.day(), meters);
        for (int client : clients) {
            sink.take(client, start, energy(client, slice)[grid.slotOf(start)]);
        }
    }

    /** The energy in 0.1 Wh of each slot of the client's local day, {@link #NOTHING_SENT} where there is none. */
    public int[] energy(int client, LocalDate day) {
        return energy(client, new DaySlice(day, meters));
    }

    private int[] energy(int client, DaySlice slice) {
        double[] kwh = honest.kwh(ClientProfile.of(meters.seed(), client), slice);
        for (InjectedAnomaly anomaly : anomalies.getOrDefault(client, List.of())) {
            if (anomaly.covers(slice.day())) {
                anomaly.distort(kwh, slice, meters.seed());
            }
        }
        return Arrays.stream(kwh).mapToInt(Simulation::counted).toArray();
    }

    private static int counted(double kwh) {
        return Double.isNaN(kwh) ? NOTHING_SENT : (int) Math.round(kwh * STEPS_PER_KWH) * METER_STEP;
    }
}
