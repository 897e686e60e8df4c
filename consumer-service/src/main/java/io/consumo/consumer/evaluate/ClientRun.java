package io.consumo.consumer.evaluate;

import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.model.ClientDay;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One client on its way through the file: a few days are held until none of their readings can be expected any more. */
final class ClientRun {

    /** So many days are held at most; lines may come out of order by no more than this. */
    private static final int HELD_DAYS = 32;

    private final String clientId;
    private final ZoneId zone;
    private final LocalDate split;
    private final Map<String, Contestant> contestants;
    private final NavigableMap<LocalDate, Map<IntervalLength, DaySlots>> held = new TreeMap<>();
    private @Nullable LocalDate judgedUpTo;
    private int daysSinceSplit;
    private long readings;

    ClientRun(String clientId, ZoneId zone, LocalDate split, Map<String, Contestant> contestants) {
        this.clientId = clientId;
        this.zone = zone;
        this.split = split;
        this.contestants = contestants;
    }

    /** Whether the reading came early enough to be judged. */
    boolean take(Reading reading) {
        readings++;
        DayGrid grid = DayGrid.of(reading.start(), zone, reading.length());
        if (judgedUpTo != null && !grid.day().isAfter(judgedUpTo)) {
            return false;
        }
        held.computeIfAbsent(grid.day(), day -> new EnumMap<>(IntervalLength.class))
                .computeIfAbsent(reading.length(), length -> DaySlots.empty(length, grid.slots()))
                .put(
                        grid.slotOf(reading.start()),
                        Math.toIntExact(reading.energy().tenthsOfWattHour()),
                        reading.rank());
        if (held.size() > HELD_DAYS) {
            judgeFirst();
        }
        return true;
    }

    long readings() {
        return readings;
    }

    ClientResult finish(@Nullable Injected injected) {
        while (!held.isEmpty()) {
            judgeFirst();
        }
        return new ClientResult(
                clientId,
                injected,
                split,
                daysSinceSplit,
                contestants.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> counted(entry.getValue()))));
    }

    private List<FoundCase> counted(Contestant contestant) {
        return contestant.cases().stream()
                .filter(one -> !one.alertedOn().orElse(one.lastDay()).isBefore(split))
                .toList();
    }

    private void judgeFirst() {
        Map.Entry<LocalDate, Map<IntervalLength, DaySlots>> first = held.pollFirstEntry();
        LocalDate day = first.getKey();
        DayCurve curve = DayCurve.of(
                new ClientDay(clientId, day, zone, List.copyOf(first.getValue().values())));
        contestants.values().forEach(contestant -> contestant.see(curve));
        judgedUpTo = day;
        daysSinceSplit += day.isBefore(split) ? 0 : 1;
    }
}
