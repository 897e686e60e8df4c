package io.consumo.model.file;

import io.consumo.model.IntervalLength;
import io.consumo.model.InvalidReading;
import io.consumo.model.file.ReadingFile.Form;
import io.consumo.model.file.ReadingFile.UnknownForm;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How a file is written: as the options say, or as its first lines show. */
record CsvLayout(Header header, char separator, char decimal, IntervalLength length) {

    private static final char[] SEPARATORS = {';', '\t', ',', '|'};

    /**
     * Looks at the first lines.
     *
     * @param lines without blank ones, the header first
     * @throws UnknownForm when the columns cannot be made out
     */
    static CsvLayout of(List<String> lines, Form form) {
        if (lines.isEmpty()) {
            throw new UnknownForm("the file is empty");
        }
        String first = lines.getFirst();
        char separator = Optional.ofNullable(form.separator()).orElseGet(() -> separatorOf(first));
        Header header = Header.of(Fields.of(first, separator), form.columns());
        List<List<String>> rows = lines.stream()
                .skip(1)
                .map(line -> Fields.of(line, separator))
                .filter(row -> row.size() >= header.width())
                .toList();
        return new CsvLayout(
                header,
                separator,
                Optional.ofNullable(form.decimal()).orElseGet(() -> decimalOf(header, rows)),
                length(form, header, rows));
    }

    private static char separatorOf(String header) {
        char best = SEPARATORS[0];
        for (char candidate : SEPARATORS) {
            if (Fields.of(header, candidate).size() > Fields.of(header, best).size()) {
                best = candidate;
            }
        }
        return best;
    }

    private static char decimalOf(Header header, List<List<String>> rows) {
        int kwh = header.place(Column.KWH);
        long commas =
                rows.stream().filter(row -> row.get(kwh).indexOf(',') >= 0).count();
        long points =
                rows.stream().filter(row -> row.get(kwh).indexOf('.') >= 0).count();
        return commas > 0 && commas >= points ? ',' : '.';
    }

    private static IntervalLength length(Form form, Header header, List<List<String>> rows) {
        Integer minutes = form.minutes();
        if (minutes != null) {
            return IntervalLength.ofMinutes(minutes)
                    .orElseThrow(() -> new UnknownForm(
                            "--minutes must be one of " + IntervalLength.allowedMinutes() + ", was " + minutes));
        }
        return header.countsHours() ? lengthOfCounted(header, rows) : lengthOfTimed(header, rows);
    }

    /** What lies between a client's lines most often. */
    private static IntervalLength lengthOfTimed(Header header, List<List<String>> rows) {
        Map<String, LocalDateTime> last = new HashMap<>();
        Map<IntervalLength, Integer> votes = new EnumMap<>(IntervalLength.class);
        for (List<String> row : rows) {
            Optional<LocalDateTime> time = time(row.get(header.place(Column.START)));
            if (time.isEmpty()) {
                continue;
            }
            LocalDateTime before = last.put(row.get(header.place(Column.CLIENT)), time.get());
            if (before != null) {
                IntervalLength.ofMinutes(
                                Duration.between(before, time.get()).abs().toMinutes())
                        .ifPresent(length -> votes.merge(length, 1, Integer::sum));
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(IntervalLength.HOUR);
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            Stamp stamp = Stamp.parse(text);
            return Optional.of(
                    stamp.date().atTime(Optional.ofNullable(stamp.time()).orElse(LocalTime.MIDNIGHT)));
        } catch (InvalidReading e) {
            return Optional.empty();
        }
    }

    /** Quarters of an hour are numbered up to 100, half hours up to 50; or either is written as a clock. */
    private static IntervalLength lengthOfCounted(Header header, List<List<String>> rows) {
        List<String> hours =
                rows.stream().map(row -> row.get(header.place(Column.HOUR))).toList();
        if (isCommon(hours, hour -> hour.endsWith(":15") || hour.endsWith(":45") || number(hour) > 50)) {
            return IntervalLength.QUARTER_HOUR;
        }
        return isCommon(hours, hour -> hour.endsWith(":30") || number(hour) > 25)
                ? IntervalLength.HALF_HOUR
                : IntervalLength.HOUR;
    }

    /** So that a single bad line decides nothing. */
    private static boolean isCommon(List<String> hours, Predicate<String> sign) {
        return hours.stream().filter(sign).count() > hours.size() / 3;
    }

    private static int number(String hour) {
        return hour.matches("\\d{1,3}") ? Integer.parseInt(hour) : 0;
    }
}
