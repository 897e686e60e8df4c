package io.consumo.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row: a header of the record's component names, then one line a row. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
final class CsvTable<T extends Record> {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final RecordComponent[] columns;
    private final CSVPrinter lines;

    private CsvTable(RecordComponent[] columns, CSVPrinter lines) {
        this.columns = columns;
        this.lines = lines;
    }

    static <T extends Record> CsvTable<T> begin(OutputStream out, Class<T> row) throws IOException {
        RecordComponent[] columns = row.getRecordComponents();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(Arrays.stream(columns).map(RecordComponent::getName).toArray(String[]::new))
                .get();
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return new CsvTable<>(columns, new CSVPrinter(writer, format));
    }

    /** @throws ReaderGone when nobody takes what is written */
    void add(T row) {
        try {
            for (RecordComponent column : columns) {
                lines.print(cell(column.getAccessor().invoke(row)));
            }
            lines.println();
        } catch (IOException e) {
            throw new ReaderGone(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(row.getClass() + " must be public", e);
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        boolean isFormula =
                value instanceof String text && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + value : value;
    }

    /** @throws ReaderGone when nobody takes what is written */
    void end() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new ReaderGone(e);
        }
    }
}
