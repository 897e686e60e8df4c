package io.consumo.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All slots of a client's local day, of every interval length it was reported in, and what follows from them. For each
 * clock hour the finest length that covers it whole counts; where none does, the finest that has anything of it.
 */
public record ClientDay(String clientId, LocalDate day, ZoneId zone, List<DaySlots> lengths) {

    private static final int HOURS_A_DAY = 24;

    public ClientDay {
        if (lengths.isEmpty()) {
            throw new IllegalArgumentException("a day without slots: " + clientId + " " + day);
        }
        lengths =
                lengths.stream().sorted(Comparator.comparing(DaySlots::length)).toList();
    }

    /** One clock hour: energy in 0.1 Wh, or null where nothing was received of it. */
    public record Hour(int localHour, @Nullable Long energy, boolean whole, boolean estimated) {

        /** Whether all of it was measured. */
        public boolean isEvidence() {
            return whole && !estimated;
        }
    }

    /** Totals in 0.1 Wh. */
    public record Totals(long total, Map<Band, Long> bands, int readings, int expectedReadings, int estimated) {

        /** From 0 to 1. */
        public double completeness() {
            return expectedReadings == 0 ? 0 : (double) readings / expectedReadings;
        }
    }

    /** The interval length in which the day is told: the finest it was reported in. */
    public IntervalLength length() {
        return lengths.getFirst().length();
    }

    /** 24 clock hours, 23 or 25 when the clock changes. */
    public List<Hour> hours() {
        DayGrid grid = new DayGrid(day, zone, IntervalLength.HOUR);
        int count = grid.slots();
        List<Hour> hours = new ArrayList<>(count);
        for (int hour = 0; hour < count; hour++) {
            // Without a change of the clock an hour is its own number; asking the zone each time costs most of all.
            int localHour = count == HOURS_A_DAY ? hour : grid.start(hour).getHour();
            DaySlots source = sourceOf(hour);
            hours.add(source == null ? new Hour(localHour, null, false, false) : sum(source, hour, localHour));
        }
        return hours;
    }

    /** The slots that count for the zero-based clock hour. */
    public @Nullable DaySlots sourceOf(int hour) {
        @Nullable DaySlots partial = null;
        for (DaySlots slots : lengths) {
            int present = presentIn(slots, hour);
            if (present == slots.length().perHour()) {
                return slots;
            }
            if (present > 0 && partial == null) {
                partial = slots;
            }
        }
        return partial;
    }

    public Totals totals(BandHours bandHours) {
        Map<Band, Long> bands = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            bands.put(band, 0L);
        }
        long total = 0;
        int readings = 0;
        int estimated = 0;
        int perHour = length().perHour();
        List<Hour> hours = hours();
        for (int index = 0; index < hours.size(); index++) {
            Hour hour = hours.get(index);
            Long energy = hour.energy();
            DaySlots source = sourceOf(index);
            if (energy == null || source == null) {
                continue;
            }
            total += energy;
            bands.merge(bandHours.at(hour.localHour()), energy, Long::sum);
            // A whole hour told in a coarser length covers all the finer slots of the day's length.
            readings += hour.whole() ? perHour : presentIn(source, index);
            estimated += hour.estimated() ? 1 : 0;
        }
        return new Totals(total, bands, readings, hours.size() * perHour, estimated);
    }

    private static int presentIn(DaySlots slots, int hour) {
        int perHour = slots.length().perHour();
        int present = 0;
        for (int slot = hour * perHour; slot < (hour + 1) * perHour && slot < slots.size(); slot++) {
            present += slots.has(slot) ? 1 : 0;
        }
        return present;
    }

    private static Hour sum(DaySlots slots, int hour, int localHour) {
        int perHour = slots.length().perHour();
        long energy = 0;
        boolean estimated = false;
        for (int slot = hour * perHour; slot < (hour + 1) * perHour; slot++) {
            if (slots.has(slot)) {
                energy += slots.energy(slot);
                estimated |= slots.quality(slot) == Quality.ESTIMATED;
            }
        }
        return new Hour(localHour, energy, presentIn(slots, hour) == perHour, estimated);
    }
}
