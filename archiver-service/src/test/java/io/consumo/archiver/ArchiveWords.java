package io.consumo.archiver;

import io.consumo.archiver.ConsumerSchema.Value;
import io.consumo.archiver.files.DayFiles;
import io.consumo.archiver.files.domain.DayRow;
import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tests of the archive say. */
public final class ArchiveWords {

    private ArchiveWords() {}

    public static long measured(long revision) {
        return Precedence.rank(Quality.MEASURED, revision);
    }

    /** A whole day of hourly values. */
    public static List<Value> day(ConsumerSchema consumer, String client, LocalDate day, int energy) {
        int slots = new DayGrid(day, consumer.zone(), IntervalLength.HOUR).slots();
        List<Value> values = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            values.add(new Value(client, day, 60, slot, energy + slot, measured(1_000 + slot)));
        }
        return values;
    }

    public static Map<String, DayRow> rows(DayFiles files, LocalDate day) {
        Map<String, DayRow> rows = new TreeMap<>();
        files.read(day, Optional.empty(), row -> rows.put(row.clientId() + "/" + row.minutes(), row));
        return rows;
    }

    public static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (!visited.equals(folder)) {
                    Files.delete(visited);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
