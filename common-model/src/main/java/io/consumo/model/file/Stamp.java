package io.consumo.model.file;

import io.consumo.model.InvalidReading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date, with a time and an offset where they are written.
 *
 * @param offset null for a local time
 */
record Stamp(
        LocalDate date, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /** Takes yyyy-mm-dd, yyyy/mm/dd, dd/mm/yyyy or dd-mm-yyyy, then hh:mm or hh:mm:ss, then Z or +hh:mm. */
    static Stamp parse(String text) {
        try {
            return new Scanner(text).stamp();
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw new InvalidReading(
                    "start",
                    text.isBlank()
                            ? "must not be missing or blank"
                            : "must be a date and time such as 2026-11-24T10:00, 24/11/2026 10:00 or"
                                    + " 2026-11-24T10:00:00+01:00");
        }
    }

    /** Reads the text from left to right. */
    private static final class Scanner {

        private final String text;
        private int position;

        Scanner(String text) {
            this.text = text;
        }

        Stamp stamp() {
            LocalDate date = date();
            if (atEnd()) {
                return new Stamp(date, null, null);
            }
            skip("T ");
            LocalTime time = time();
            return new Stamp(date, time, atEnd() ? null : offset());
        }

        private LocalDate date() {
            int first = number(4);
            boolean yearFirst = position == 4;
            skip("-/");
            int month = number(2);
            skip("-/");
            int last = number(yearFirst ? 2 : 4);
            return yearFirst ? LocalDate.of(first, month, last) : LocalDate.of(last, month, first);
        }

        private LocalTime time() {
            int hour = number(2);
            skip(":");
            int minute = number(2);
            if (atEnd() || text.charAt(position) != ':') {
                return LocalTime.of(hour, minute);
            }
            skip(":");
            LocalTime time = LocalTime.of(hour, minute, number(2));
            skipZeroFraction();
            return time;
        }

        private void skipZeroFraction() {
            if (!atEnd() && text.charAt(position) == '.') {
                position++;
                while (!atEnd() && text.charAt(position) == '0') {
                    position++;
                }
            }
        }

        private ZoneOffset offset() {
            ZoneOffset offset = ZoneOffset.of(text.substring(position));
            position = text.length();
            return offset;
        }

        /** One digit or more, at most so many. */
        private int number(int digits) {
            int value = 0;
            int begin = position;
            while (!atEnd() && position < begin + digits && Character.digit(text.charAt(position), 10) >= 0) {
                value = 10 * value + Character.digit(text.charAt(position++), 10);
            }
            if (position == begin) {
                throw new DateTimeException("a digit is missing");
            }
            return value;
        }

        private void skip(String oneOf) {
            if (oneOf.indexOf(text.charAt(position++)) < 0) {
                throw new DateTimeException("unexpected character");
            }
        }

        private boolean atEnd() {
            return position >= text.length();
        }
    }
}
