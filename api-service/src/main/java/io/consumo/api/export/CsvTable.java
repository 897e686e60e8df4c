package io.consumo.api.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Answers with a table, row by row: a header of the record's component names, then one line a row. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvTable<T extends Record> implements AutoCloseable {

    public static final String TYPE = "text/csv";

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final RecordComponent[] columns;
    private final CSVPrinter lines;

    private CsvTable(RecordComponent[] columns, CSVPrinter lines) {
        this.columns = columns;
        this.lines = lines;
    }

    /** Begins the answer. */
    public static <T extends Record> CsvTable<T> begin(HttpServletResponse response, String name, Class<T> row)
            throws IOException {
        response.setContentType(TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        RecordComponent[] columns = row.getRecordComponents();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(Arrays.stream(columns).map(RecordComponent::getName).toArray(String[]::new))
                .get();
        return new CsvTable<>(columns, new CSVPrinter(response.getWriter(), format));
    }

    public void add(T row) {
        try {
            for (RecordComponent column : columns) {
                lines.print(cell(column.getAccessor().invoke(row)));
            }
            lines.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
