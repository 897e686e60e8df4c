package io.consumo.producer.verify.domain;

import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Reading;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a file's readings add up to. Holds the slots of each client-day, some 400 bytes. */
public final class FileConsumption {

    private final Map<String, SortedMap<LocalDate, Map<IntervalLength, DaySlots>>> clients = new TreeMap<>();
    private final ZoneId zone;
    private final BandHours bands;

    public FileConsumption(ZoneId zone, BandHours bands) {
        this.zone = zone;
        this.bands = bands;
    }

    public void add(Reading reading) {
        DayGrid grid = DayGrid.of(reading.start(), zone, reading.length());
        clients.computeIfAbsent(reading.clientId(), client -> new TreeMap<>())
                .computeIfAbsent(grid.day(), day -> new EnumMap<>(IntervalLength.class))
                .computeIfAbsent(reading.length(), length -> DaySlots.empty(length, grid.slots()))
                .put(grid.slotOf(reading.start()), (int) reading.energy().tenthsOfWattHour(), reading.rank());
    }

    public Set<String> clients() {
        return clients.keySet();
    }

    public long clientDays() {
        return clients.values().stream().mapToLong(Map::size).sum();
    }

    public SortedMap<LocalDate, Consumption> days(String clientId) {
        SortedMap<LocalDate, Consumption> days = new TreeMap<>();
        clients.getOrDefault(clientId, new TreeMap<>())
                .forEach((day, lengths) -> days.put(
                        day, Consumption.of(new ClientDay(clientId, day, zone, List.copyOf(lengths.values())), bands)));
        return days;
    }

    public static SortedMap<YearMonth, Consumption> months(SortedMap<LocalDate, Consumption> days) {
        SortedMap<YearMonth, Consumption> months = new TreeMap<>();
        days.forEach((day, consumption) -> months.merge(
                YearMonth.from(day),
                Consumption.NONE.plusDay(consumption),
                (month, one) -> month.plusDay(consumption)));
        return months;
    }
}
