package io.consumo.consumer.fault;

import io.consumo.consumer.ReadingTopic;
import io.consumo.model.Band;
import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Reading;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the stores must hold of readings, worked out the plain way: the greatest of each slot, and months as the sums of
 * their days.
 */
final class Accepted {

    private record Row(String clientId, LocalDate day, IntervalLength length) {}

    private final Map<Row, DaySlots> slots;

    private Accepted(Map<Row, DaySlots> slots) {
        this.slots = slots;
    }

    static Accepted of(List<Reading> readings) {
        Map<Row, DaySlots> slots = readings.stream()
                .collect(Collectors.groupingBy(
                        Accepted::rowOf, Collectors.collectingAndThen(Collectors.toList(), Accepted::slotsOf)));
        return new Accepted(slots);
    }

    private static DayGrid gridOf(Reading reading) {
        return DayGrid.of(reading.start(), ReadingTopic.MADRID, reading.length());
    }

    private static Row rowOf(Reading reading) {
        return new Row(reading.clientId(), gridOf(reading).day(), reading.length());
    }

    private static DaySlots slotsOf(List<Reading> ofOneRow) {
        DayGrid grid = gridOf(ofOneRow.getFirst());
        DaySlots slots = DaySlots.empty(grid.length(), grid.slots());
        ofOneRow.forEach(
                one -> slots.put(grid.slotOf(one.start()), (int) one.energy().tenthsOfWattHour(), one.rank()));
        return slots;
    }

    /** As PostgreSQL writes its arrays down. */
    NavigableMap<String, Object> rows() {
        NavigableMap<String, Object> rows = new TreeMap<>();
        slots.forEach((row, values) -> rows.put(
                row.clientId() + " " + row.day() + " " + row.length().minutes(),
                List.of(array(values, values::energy), array(values, values::rank))));
        return rows;
    }

    private static String array(DaySlots values, IntFunction<Object> element) {
        return IntStream.range(0, values.size())
                .mapToObj(slot -> values.has(slot) ? String.valueOf(element.apply(slot)) : "NULL")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Total and bands of each client's month, in 0.1 Wh. */
    NavigableMap<String, List<Long>> months() {
        Map<String, List<DaySlots>> days = new TreeMap<>();
        slots.forEach((row, values) -> days.computeIfAbsent(row.clientId() + ":" + row.day(), key -> new ArrayList<>())
                .add(values));
        NavigableMap<String, List<Long>> months = new TreeMap<>();
        days.forEach((key, lengths) -> {
            String clientId = key.substring(0, key.indexOf(':'));
            LocalDate day = LocalDate.parse(key.substring(key.indexOf(':') + 1));
            months.merge(
                    clientId + ":" + YearMonth.from(day),
                    totals(new ClientDay(clientId, day, ReadingTopic.MADRID, lengths)),
                    Accepted::sums);
        });
        return months;
    }

    private static List<Long> totals(ClientDay day) {
        ClientDay.Totals totals = day.totals(BandHours.DEFAULT);
        List<Long> values = new ArrayList<>(List.of(totals.total()));
        for (Band band : Band.values()) {
            values.add(totals.bands().get(band));
        }
        return values;
    }

    private static List<Long> sums(List<Long> one, List<Long> other) {
        return IntStream.range(0, one.size())
                .mapToObj(place -> one.get(place) + other.get(place))
                .toList();
    }
}
