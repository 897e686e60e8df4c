package io.consumo.consumer.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads which client was changed how and when: the file of an injecting script or of our own simulator. */
final class TruthFile {

    private static final List<String> CLIENT = List.of("meter_id", "client_id", "clientid");
    private static final List<String> TRUE = List.of("1", "true", "yes");

    private final List<String> header;

    private TruthFile(List<String> header) {
        this.header = header;
    }

    /** By client; a span without an end lasts for ever. */
    static Map<String, Injected> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty");
        }
        TruthFile truth = new TruthFile(fields(lines.getFirst().toLowerCase(Locale.ROOT)));
        Map<String, Injected> byClient = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            try {
                List<String> row = fields(line);
                byClient.put(row.get(truth.clientColumn()), truth.injected(row));
            } catch (DateTimeException | IndexOutOfBoundsException e) {
                throw new IllegalArgumentException(file + " has a line that cannot be understood: " + line, e);
            }
        }
        return byClient;
    }

    private Injected injected(List<String> row) {
        String end = row.get(column("end_day"));
        return new Injected(
                row.get(column("kind")),
                LocalDate.parse(row.get(column("start_day"))),
                end.isEmpty() ? LocalDate.MAX : LocalDate.parse(end),
                !header.contains("is_anomaly")
                        || TRUE.contains(row.get(column("is_anomaly")).toLowerCase(Locale.ROOT)));
    }

    private int clientColumn() {
        return column(Optional.of(CLIENT).stream()
                .flatMap(List::stream)
                .filter(header::contains)
                .findFirst()
                .orElse(CLIENT.getFirst()));
    }

    private int column(String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "the truth has no column '" + name + "'; it has " + String.join(", ", header));
        }
        return place;
    }

    private static List<String> fields(String line) {
        return List.of(line.split(",", -1)).stream().map(String::strip).toList();
    }
}
