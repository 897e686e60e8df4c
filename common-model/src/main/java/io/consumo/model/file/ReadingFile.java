package io.consumo.model.file;

import io.consumo.model.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the readings of a file, line by line, whatever its length. */
public interface ReadingFile {

    /**
     * How the file is written; null stands for what the file itself shows.
     *
     * @param minutes length of the intervals
     * @param separator between columns
     * @param decimal mark, point or comma
     */
    record Form(
            Columns columns,
            @Nullable Integer minutes,
            @Nullable Character separator,
            @Nullable Character decimal) {}

    /** The names of its columns; null stands for one of the usual names. */
    record Columns(
            @Nullable String client,
            @Nullable String start,
            @Nullable String kwh,
            @Nullable String minutes,
            @Nullable String quality) {

        public static final Columns USUAL = new Columns(null, null, null, null, null);
    }

    /** A line that could not be taken. */
    record BadLine(long number, String reason) {}

    /** Takes what the lines hold. */
    interface Sink {

        /** The columns that are not used, told once before the first line. */
        void ignored(List<String> columns);

        void good(Reading reading);

        void bad(BadLine line);
    }

    /** The header does not say which column is which, or an option names one that is not there. */
    final class UnknownForm extends RuntimeException {

        private static final long serialVersionUID = 1;

        public UnknownForm(String message) {
            super(message);
        }
    }

    /**
     * Reads all lines.
     *
     * @param shiftDays by how many days to move them
     * @param revision of all its readings
     * @throws UnknownForm when its columns cannot be made out
     */
    void read(InputStream input, Form form, long shiftDays, long revision, Sink sink) throws IOException;

    /**
     * By how many whole days to move the file so that its last day is the given one; 0 for a file without readings.
     *
     * @throws UnknownForm when its columns cannot be made out
     */
    long daysUntil(LocalDate lastDay, InputStream input, Form form) throws IOException;
}
