package io.consumo.api.export;

import io.consumo.api.limit.Overloaded;
import io.consumo.api.limit.Places;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with tables of any size. What fails early is answered as a problem, what fails later breaks the transfer. */
@Component
public final class Exports {

    public static final String CSV = "text/csv";

    private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

    /** Gives its rows to the table, one after the other. */
    @FunctionalInterface
    public interface Rows<T> {
        void addTo(Consumer<T> table);
    }

    private final Places places;

    Exports(ExportProperties settings) {
        this.places = new Places(settings.atOnce(), settings.patience());
    }

    /**
     * @throws Overloaded when as many tables are being written as there are places
     * @throws CutOff when the rows fail after the reader has got some
     */
    public <T extends Record> void csv(HttpServletResponse response, String name, Class<T> row, Rows<T> rows)
            throws IOException {
        if (!places.take()) {
            throw new Overloaded("as many tables are being written as there are places");
        }
        try {
            write(response, name, row, rows);
        } finally {
            places.leave();
        }
    }

    private static <T extends Record> void write(HttpServletResponse response, String name, Class<T> row, Rows<T> rows)
            throws IOException {
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".csv").build().toString());
        // Not the response's writer, which would go on in silence when nobody reads any more.
        CsvTable<T> table = CsvTable.begin(response.getOutputStream(), row);
        try {
            rows.addTo(table::add);
            table.end();
        } catch (ReaderGone e) {
            LOG.debug("Nobody reads {} any more", name, e);
        } catch (RuntimeException | Error e) {
            if (response.isCommitted()) {
                throw new CutOff(name, e);
            }
            forget(response);
            throw e;
        }
    }

    /** What is buffered and what only a table has, so that a problem can be answered. */
    private static void forget(HttpServletResponse response) {
        response.resetBuffer();
        response.setContentType(null);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
    }
}
