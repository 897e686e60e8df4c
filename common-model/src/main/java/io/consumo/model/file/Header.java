package io.consumo.model.file;

import io.consumo.model.file.ReadingFile.Columns;
import io.consumo.model.file.ReadingFile.UnknownForm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which column stands where. */
record Header(List<String> names, Map<Column, Integer> places) {

    /**
     * Finds the columns.
     *
     * @throws UnknownForm when one that is needed is not there
     */
    static Header of(List<String> names, Columns wanted) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        find(places, names, Column.CLIENT, wanted.client(), "--client-column");
        find(places, names, Column.START, wanted.start(), "--start-column");
        find(places, names, Column.KWH, wanted.kwh(), "--kwh-column");
        find(places, names, Column.MINUTES, wanted.minutes(), "--minutes-column");
        find(places, names, Column.QUALITY, wanted.quality(), "--quality-column");
        if (!places.containsKey(Column.START)) {
            find(places, names, Column.DATE, null, "");
            find(places, names, Column.HOUR, null, "");
        }
        Header header = new Header(List.copyOf(names), places);
        header.require(Column.CLIENT, "--client-column");
        if (!header.countsHours()) {
            header.require(Column.START, "--start-column");
        }
        header.require(Column.KWH, "--kwh-column");
        return header;
    }

    private static void find(
            Map<Column, Integer> places, List<String> names, Column column, @Nullable String wanted, String option) {
        IntStream.range(0, names.size())
                .filter(place -> wanted == null
                        ? column.isKnownAs(names.get(place))
                        : names.get(place).equalsIgnoreCase(wanted.strip()))
                .findFirst()
                .ifPresentOrElse(place -> places.put(column, place), () -> {
                    if (wanted != null) {
                        throw new UnknownForm(option + ": the file has no column '" + wanted + "'; it has "
                                + String.join(", ", names));
                    }
                });
    }

    private void require(Column column, String option) {
        if (!places.containsKey(column)) {
            throw new UnknownForm("no column is called " + String.join(", ", column.headers()) + ": name it by "
                    + option + "; the file has " + String.join(", ", names));
        }
    }

    /** Whether a date and the number of its hour take the place of a time. */
    boolean countsHours() {
        return places.containsKey(Column.DATE) && places.containsKey(Column.HOUR);
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    int place(Column column) {
        return places.getOrDefault(column, -1);
    }

    /** How many fields a line must have at least. */
    int width() {
        return places.values().stream().mapToInt(place -> place + 1).max().orElse(0);
    }

    List<String> ignored() {
        return IntStream.range(0, names.size())
                .filter(place -> !places.containsValue(place))
                .mapToObj(names::get)
                .toList();
    }
}
