package io.consumo.model.file;

import io.consumo.model.InvalidReading;
import io.consumo.model.ReadingRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads CSV: our own form, the Spanish distributors' and Datadis, and any other whose columns are named. */
public final class CsvReadings implements ReadingFile {

    /** How much of the file is looked at to see how it is written, in characters. */
    private static final int SAMPLE = 1 << 20;

    private final ReadingRules rules;

    public CsvReadings(ReadingRules rules) {
        this.rules = rules;
    }

    @Override
    public void read(InputStream input, Form form, long shiftDays, long revision, Sink sink) throws IOException {
        Reader text = CsvText.open(input);
        CsvLayout layout = CsvLayout.of(sample(text), form);
        sink.ignored(layout.header().ignored());
        RowReader rows = new RowReader(layout, rules, shiftDays, revision);
        forEachRow(text, (number, line) -> {
            try {
                requireDecoded(line);
                sink.good(rows.reading(line));
            } catch (InvalidReading e) {
                sink.bad(new BadLine(number, e.field() + ": " + e.reason()));
            }
        });
    }

    /** Two clients' ids could become the same. */
    private static void requireDecoded(String line) {
        if (line.indexOf(CsvText.UNDECODED) >= 0) {
            throw new InvalidReading("value", "is not UTF-8, as the begin of the file is: save it as UTF-8");
        }
    }

    @Override
    public long daysUntil(LocalDate lastDay, InputStream input, Form form) throws IOException {
        Reader text = CsvText.open(input);
        RowReader rows = new RowReader(CsvLayout.of(sample(text), form), rules, 0, 0);
        Newest newest = new Newest();
        forEachRow(text, (number, line) -> newest.see(rows, line));
        return newest.day == null ? 0 : ChronoUnit.DAYS.between(newest.day, lastDay);
    }

    private static final class Newest {

        private @Nullable LocalDate day;

        void see(RowReader rows, String line) {
            try {
                LocalDate seen = rows.day(line);
                day = day == null || seen.isAfter(day) ? seen : day;
            } catch (InvalidReading e) {
                // Told when the line is read.
            }
        }
    }

    @FunctionalInterface
    private interface RowSink {

        void row(long number, String line);
    }

    /** All but blank lines and the header, with their numbers in the file. */
    private static void forEachRow(Reader text, RowSink sink) throws IOException {
        LineReader lines = new LineReader(text);
        boolean header = true;
        long number = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (!header) {
                sink.row(number, line);
            }
            header = false;
        }
    }

    /** The first lines, whole ones; the reader stands at its begin again afterwards. */
    private static List<String> sample(Reader text) throws IOException {
        text.mark(SAMPLE + 1);
        char[] begin = new char[SAMPLE];
        int length = 0;
        int read;
        while (length < SAMPLE && (read = text.read(begin, length, SAMPLE - length)) > 0) {
            length += read;
        }
        text.reset();
        LineReader reader = new LineReader(new StringReader(new String(begin, 0, length)));
        List<String> lines = new ArrayList<>();
        for (String line = reader.next(); line != null; line = reader.next()) {
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        if (length == SAMPLE && lines.size() > 1) {
            lines.removeLast();
        }
        return lines;
    }
}
