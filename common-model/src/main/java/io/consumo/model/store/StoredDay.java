package io.consumo.model.store;

import io.consumo.model.ClientDay;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's local day with all its slots, as services tell it to each other: the value of a record on
 * {@code consumo.archived-days} (key: the client) and of the archiver's answers.
 *
 * @param lengths one for each interval length the day was reported in
 */
public record StoredDay(String clientId, LocalDate day, List<Slots> lengths) {

    /**
     * The slots of one interval length, from the day's first instant; null where nothing was received.
     *
     * @param energy 0.1 Wh
     * @param rank {@link io.consumo.model.Precedence} of the value
     */
    public record Slots(int minutes, List<@Nullable Integer> energy, List<@Nullable Long> rank) {

        public static Slots of(DaySlots slots) {
            List<@Nullable Integer> energy = new ArrayList<>(slots.size());
            List<@Nullable Long> rank = new ArrayList<>(slots.size());
            for (int slot = 0; slot < slots.size(); slot++) {
                energy.add(slots.has(slot) ? slots.energy(slot) : null);
                rank.add(slots.has(slot) ? slots.rank(slot) : null);
            }
            return new Slots(slots.length().minutes(), energy, rank);
        }

        public DaySlots toDaySlots() {
            return DaySlots.of(
                    IntervalLength.ofMinutes(minutes).orElseThrow(),
                    energy.toArray(Integer[]::new),
                    rank.toArray(Long[]::new));
        }
    }

    public static StoredDay of(String clientId, LocalDate day, List<DaySlots> lengths) {
        return new StoredDay(clientId, day, lengths.stream().map(Slots::of).toList());
    }

    public ClientDay toClientDay(ZoneId zone) {
        return new ClientDay(
                clientId, day, zone, lengths.stream().map(Slots::toDaySlots).toList());
    }
}
