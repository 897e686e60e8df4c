package io.consumo.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the slots of one client's local day hold, for one interval length; what a row of the day store is made of. */
public final class DaySlots {

    private static final int MISSING = -1;

    private final IntervalLength length;
    private final int[] energy;
    private final long[] rank;

    private DaySlots(IntervalLength length, int[] energy, long[] rank) {
        this.length = length;
        this.energy = energy;
        this.rank = rank;
    }

    public static DaySlots empty(IntervalLength length, int slots) {
        int[] energy = new int[slots];
        Arrays.fill(energy, MISSING);
        return new DaySlots(length, energy, new long[slots]);
    }

    /**
     * The slots as a store holds them.
     *
     * @param energy 0.1 Wh for each slot, null where nothing was received
     * @param rank {@link Precedence} for each slot, null where nothing was received
     */
    public static DaySlots of(IntervalLength length, @Nullable Integer[] energy, @Nullable Long[] rank) {
        DaySlots slots = empty(length, energy.length);
        for (int slot = 0; slot < energy.length; slot++) {
            Integer value = energy[slot];
            Long valueRank = rank[slot];
            if (value != null && valueRank != null) {
                slots.put(slot, value, valueRank);
            }
        }
        return slots;
    }

    /** Assigns the slot unless it holds a value that takes precedence. */
    public void put(int slot, int tenthsOfWattHour, long newRank) {
        if (!has(slot) || newRank > rank[slot] || (newRank == rank[slot] && tenthsOfWattHour > energy[slot])) {
            energy[slot] = tenthsOfWattHour;
            rank[slot] = newRank;
        }
    }

    public IntervalLength length() {
        return length;
    }

    public int size() {
        return energy.length;
    }

    public boolean has(int slot) {
        return energy[slot] != MISSING;
    }

    /** In 0.1 Wh; only where {@link #has}. */
    public int energy(int slot) {
        return energy[slot];
    }

    public long rank(int slot) {
        return rank[slot];
    }

    public Quality quality(int slot) {
        return Precedence.quality(rank[slot]);
    }

    /** How many slots hold a value. */
    public int present() {
        return (int) Arrays.stream(energy).filter(value -> value != MISSING).count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DaySlots that
                && length == that.length
                && Arrays.equals(energy, that.energy)
                && Arrays.equals(rank, that.rank);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(energy) + Arrays.hashCode(rank);
    }

    @Override
    public String toString() {
        return length + Arrays.toString(energy);
    }
}
