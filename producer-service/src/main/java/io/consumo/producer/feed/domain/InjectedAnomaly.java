package io.consumo.producer.feed.domain;

import io.consumo.producer.feed.domain.Noise.Purpose;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The truth about one simulated client that went wrong.
 *
 * @param client the client's number
 * @param end its last day, null where it goes on
 */
public record InjectedAnomaly(
        int client,
        AnomalyKind kind,
        LocalDate start,
        @Nullable LocalDate end) {

    private static final int MINUTES_PER_DAY = 24 * 60;

    public InjectedAnomaly {
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("an anomaly cannot end before it starts: " + start + " to " + end);
        }
    }

    public String clientId() {
        return ClientProfile.id(client);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(start) && (end == null || !day.isAfter(end));
    }

    /**
     * Turns an honest day into what the meter reports.
     *
     * @param kwh each slot's energy, changed in place
     */
    void distort(double[] kwh, DaySlice slice, long seed) {
        SplittableRandom random =
                Noise.at(seed, Purpose.ANOMALY, client, kind.name().hashCode());
        double strength = random.nextDouble();
        switch (kind) {
            case GROW_LAMPS -> {
                int switchOn = 60 * random.nextInt(17, 21);
                add(kwh, slice, switchOn, switchOn + MINUTES_PER_DAY / 2, between(2, 6, strength));
            }
            case NIGHT_LOAD -> add(kwh, slice, 23 * 60, 29 * 60, between(0.8, 1.5, strength));
            case FROZEN -> Arrays.fill(kwh, mean(kwh));
            // All but what hangs on a circuit of its own; what leaves more looks like absence for weeks.
            case BYPASS -> scale(kwh, between(0.02, 0.06, strength));
            case DEAD -> scale(kwh, 0);
            case REVERSED -> reverse(kwh);
            case SURGE -> scale(kwh, between(3, 4, strength));
            case MUTE -> Arrays.fill(kwh, Double.NaN);
        }
    }

    private static double between(double low, double high, double strength) {
        return low + strength * (high - low);
    }

    /** Adds a load from one minute to another, which may lie in the next day. */
    private static void add(double[] kwh, DaySlice slice, int from, int to, double kw) {
        for (int slot = 0; slot < kwh.length; slot++) {
            int sinceOn = Math.floorMod(slice.minute(slot) - from, MINUTES_PER_DAY);
            kwh[slot] += sinceOn < to - from ? kw * slice.hoursPerSlot() : 0;
        }
    }

    private static void scale(double[] kwh, double factor) {
        for (int slot = 0; slot < kwh.length; slot++) {
            kwh[slot] *= factor;
        }
    }

    private static double mean(double[] kwh) {
        double sum = 0;
        for (double value : kwh) {
            sum += value;
        }
        return sum / kwh.length;
    }

    private static void reverse(double[] kwh) {
        for (int slot = 0; slot < kwh.length / 2; slot++) {
            double value = kwh[slot];
            kwh[slot] = kwh[kwh.length - 1 - slot];
            kwh[kwh.length - 1 - slot] = value;
        }
    }
}
