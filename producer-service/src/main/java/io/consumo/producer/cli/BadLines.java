package io.consumo.producer.cli;

import io.consumo.model.file.ReadingFile.BadLine;
import io.consumo.producer.feed.ImportFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the first bad lines, and writes all of them to a file when one is named. */
final class BadLines implements ImportFile.Listener, AutoCloseable {

    private static final int SHOWN = 20;

    private final Output output;
    private final @Nullable Path path;
    private final PrintWriter file;
    private final List<BadLine> first = new ArrayList<>();
    private List<String> ignored = List.of();

    BadLines(Output output, @Nullable Path path) throws IOException {
        this.output = output;
        this.path = path;
        this.file = new PrintWriter(path == null ? Writer.nullWriter() : Files.newBufferedWriter(path));
    }

    @Override
    public void ignored(List<String> columns) {
        ignored = columns;
        if (!columns.isEmpty()) {
            output.warn("Ignored columns: " + String.join(", ", columns));
        }
    }

    @Override
    public void bad(BadLine line) {
        file.println(line.number() + ": " + line.reason());
        if (first.size() < SHOWN) {
            first.add(line);
            output.warn("Line " + line.number() + ": " + line.reason());
        }
    }

    void summary(long count) {
        if (count > 0) {
            output.warn(String.format(Locale.ROOT, "%,d bad lines were not sent%s.", count, where(count)));
        }
    }

    private String where(long count) {
        if (path != null) {
            return "; all are in " + path;
        }
        return count > SHOWN ? "; the first " + SHOWN + " are above, --bad-lines FILE keeps all" : "";
    }

    void addTo(ObjectNode node) {
        ArrayNode names = node.putArray("ignoredColumns");
        ignored.forEach(names::add);
        ArrayNode lines = node.putArray("firstBadLines");
        first.forEach(line -> lines.addObject().put("line", line.number()).put("reason", line.reason()));
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (file.checkError()) {
            throw new IOException("cannot write all bad lines to " + path);
        }
    }
}
