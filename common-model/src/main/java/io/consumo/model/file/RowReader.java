package io.consumo.model.file;

import io.consumo.model.IntervalLength;
import io.consumo.model.InvalidReading;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.ReadingRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Makes a reading of a line's fields. */
final class RowReader {

    private static final int LONGEST_NUMBER = 40;

    private final CsvLayout layout;
    private final ReadingRules rules;
    private final LocalClock clock;
    private final long shiftDays;
    private final long revision;

    RowReader(CsvLayout layout, ReadingRules rules, long shiftDays, long revision) {
        this.layout = layout;
        this.rules = rules;
        this.clock = new LocalClock(rules.zone());
        this.shiftDays = shiftDays;
        this.revision = revision;
    }

    /** @throws InvalidReading when a field is wrong */
    Reading reading(String line) {
        List<String> fields = fields(line);
        IntervalLength length = length(fields);
        String clientId = field(fields, Column.CLIENT);
        return rules.reading(
                clientId,
                start(clientId, fields, length),
                length.minutes(),
                kwh(field(fields, Column.KWH)),
                quality(fields),
                revision);
    }

    /** The local day of the line, before any shift. */
    LocalDate day(String line) {
        List<String> fields = fields(line);
        if (layout.header().countsHours()) {
            return Stamp.parse(field(fields, Column.DATE)).date();
        }
        Stamp stamp = Stamp.parse(field(fields, Column.START));
        ZoneOffset offset = stamp.offset();
        return offset == null ? stamp.date() : local(stamp, offset).toLocalDate();
    }

    private List<String> fields(String line) {
        if (line.length() >= LineReader.MAXIMUM_LENGTH) {
            throw new InvalidReading("line", "must be shorter than " + LineReader.MAXIMUM_LENGTH + " characters");
        }
        List<String> fields = Fields.of(line, layout.separator());
        int width = layout.header().width();
        if (fields.size() < width) {
            throw new InvalidReading("line", "must have at least " + width + " fields, has " + fields.size());
        }
        return fields;
    }

    private String field(List<String> fields, Column column) {
        return fields.get(layout.header().place(column));
    }

    private Instant start(String clientId, List<String> fields, IntervalLength length) {
        if (layout.header().countsHours()) {
            LocalDate day = Stamp.parse(field(fields, Column.DATE)).date().plusDays(shiftDays);
            return clock.nth(day, number(field(fields, Column.HOUR), length), length);
        }
        Stamp stamp = Stamp.parse(field(fields, Column.START));
        ZoneOffset offset = stamp.offset();
        if (offset == null) {
            return clock.instant(clientId, written(stamp).plusDays(shiftDays));
        }
        return shiftDays == 0
                ? written(stamp).toInstant(offset)
                : clock.instant(clientId, local(stamp, offset).plusDays(shiftDays));
    }

    private LocalDateTime local(Stamp stamp, ZoneOffset offset) {
        ZoneId zone = rules.zone();
        return LocalDateTime.ofInstant(written(stamp).toInstant(offset), zone);
    }

    private static LocalDateTime written(Stamp stamp) {
        LocalTime time = stamp.time();
        if (time == null) {
            throw new InvalidReading("start", "has no time of day");
        }
        return stamp.date().atTime(time);
    }

    /** The interval's number in its day, written as such or as the clock at its end. */
    private static int number(String hour, IntervalLength length) {
        int colon = hour.indexOf(':');
        try {
            if (colon < 0) {
                return Integer.parseInt(hour);
            }
            int minutes = 60 * Integer.parseInt(hour.substring(0, colon)) + Integer.parseInt(hour.substring(colon + 1));
            if (minutes % length.minutes() == 0) {
                return minutes / length.minutes();
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidReading(
                "start", "hour must be a number such as 1 or a time such as 01:00, was " + brief(hour));
    }

    private IntervalLength length(List<String> fields) {
        if (!layout.header().has(Column.MINUTES)
                || field(fields, Column.MINUTES).isEmpty()) {
            return layout.length();
        }
        String minutes = field(fields, Column.MINUTES);
        try {
            return IntervalLength.ofMinutes(Long.parseLong(minutes)).orElseThrow(NumberFormatException::new);
        } catch (NumberFormatException e) {
            throw new InvalidReading(
                    "minutes", "must be one of " + IntervalLength.allowedMinutes() + ", was " + brief(minutes));
        }
    }

    private BigDecimal kwh(String text) {
        if (text.isEmpty()) {
            throw new InvalidReading("kwh", "must not be missing or blank");
        }
        char foreign = layout.decimal() == ',' ? '.' : ',';
        try {
            if (text.length() <= LONGEST_NUMBER && text.indexOf(foreign) < 0) {
                return new BigDecimal(layout.decimal() == ',' ? text.replace(',', '.') : text);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidReading(
                "kwh", "must be a number with '" + layout.decimal() + "' as its decimal mark, was " + brief(text));
    }

    private Quality quality(List<String> fields) {
        if (!layout.header().has(Column.QUALITY)) {
            return Quality.MEASURED;
        }
        String quality = field(fields, Column.QUALITY);
        return switch (quality.toLowerCase(Locale.ROOT)) {
            case "", "measured", "r", "real" -> Quality.MEASURED;
            case "estimated", "e", "estimada", "estimado" -> Quality.ESTIMATED;
            default ->
                throw new InvalidReading(
                        "quality", "must be MEASURED or ESTIMATED, R or E, Real or Estimada, was " + brief(quality));
        };
    }

    private static String brief(String text) {
        return text.length() <= LONGEST_NUMBER ? "'" + text + "'" : "'" + text.substring(0, LONGEST_NUMBER) + "...'";
    }
}
