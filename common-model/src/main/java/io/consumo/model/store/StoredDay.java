package io.consumo.model.store;

import io.consumo.model.ClientDay;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.InvalidReading;
import io.consumo.model.ReadingRules;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client's local day with all its slots, as services tell it to each other: the value of a record on
 * {@code consumo.archived-days} (key: the client) and of the archiver's answers.
 *
 * @param lengths one for each interval length the day was reported in
 */
public record StoredDay(String clientId, LocalDate day, List<Slots> lengths) {

    /** What every store can keep. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    public StoredDay {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(day, "day");
        lengths = List.copyOf(lengths);
    }

    /**
     * The slots of one interval length, from the day's first instant; null where nothing was received.
     *
     * @param energy 0.1 Wh
     * @param rank {@link io.consumo.model.Precedence} of the value
     */
    public record Slots(int minutes, List<@Nullable Integer> energy, List<@Nullable Long> rank) {

        public Slots {
            Objects.requireNonNull(energy, "energy");
            Objects.requireNonNull(rank, "rank");
        }

        public static Slots of(DaySlots slots) {
            List<@Nullable Integer> energy = new ArrayList<>(slots.size());
            List<@Nullable Long> rank = new ArrayList<>(slots.size());
            for (int slot = 0; slot < slots.size(); slot++) {
                energy.add(slots.has(slot) ? slots.energy(slot) : null);
                rank.add(slots.has(slot) ? slots.rank(slot) : null);
            }
            return new Slots(slots.length().minutes(), energy, rank);
        }

        private DaySlots toDaySlots(LocalDate day, ZoneId zone) {
            IntervalLength length = IntervalLength.ofMinutes(minutes)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "minutes must be one of " + IntervalLength.allowedMinutes() + ", was " + minutes));
            int slots = new DayGrid(day, zone, length).slots();
            if (energy.size() != slots || rank.size() != slots) {
                throw new IllegalArgumentException(day + " has " + slots + " slots of " + minutes + " minutes, not "
                        + energy.size() + " energies and " + rank.size() + " ranks");
            }
            if (energy.stream().anyMatch(value -> value != null && value < 0)) {
                throw new IllegalArgumentException("energy must not be below 0");
            }
            return DaySlots.of(length, energy.toArray(Integer[]::new), rank.toArray(Long[]::new));
        }
    }

    public static StoredDay of(String clientId, LocalDate day, List<DaySlots> lengths) {
        return new StoredDay(clientId, day, lengths.stream().map(Slots::of).toList());
    }

    /**
     * @throws InvalidReading when the client cannot be one
     * @throws IllegalArgumentException when this is no day of the zone
     */
    public ClientDay toClientDay(ZoneId zone) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "day must be of the years " + FIRST_YEAR + " to " + LAST_YEAR + ", was " + day);
        }
        return new ClientDay(
                ReadingRules.requireClientId(clientId),
                day,
                zone,
                lengths.stream().map(slots -> slots.toDaySlots(day, zone)).toList());
    }
}
