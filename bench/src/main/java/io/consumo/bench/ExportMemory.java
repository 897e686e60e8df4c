package io.consumo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Exports days as CSV, few and many, and looks in the API's log of its garbage collector what it had to keep. */
final class ExportMemory {

    private static final String PART = "export of days as CSV";
    private static final Pattern KEPT = Pattern.compile("Pause .* \\d+M->(\\d+)M\\((\\d+)M\\)");
    private static final int BUFFER = 1 << 16;

    private final Installed installed;
    private final Results results;
    private final Path collections;

    ExportMemory(Installed installed, Results results, Path collections) {
        this.installed = installed;
        this.results = results;
        this.collections = collections;
    }

    void run(int days) throws IOException, InterruptedException {
        LocalDate last = LocalDate.now(installed.zone()).minusDays(1);
        ApiAccess api = new ApiAccess(installed);
        export(api, last.minusDays(Math.max(1, days / 10) - 1L), last);
        export(api, last.minusDays(days - 1L), last);
    }

    private void export(ApiAccess api, LocalDate from, LocalDate to) throws IOException, InterruptedException {
        int before = Files.readAllLines(collections).size();
        long begun = System.nanoTime();
        long bytes = 0;
        long lines = 0;
        try (InputStream csv = api.get("daily.csv?from=" + from + "&to=" + to, BodyHandlers.ofInputStream())) {
            byte[] buffer = new byte[BUFFER];
            for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
                bytes += read;
                for (int index = 0; index < read; index++) {
                    lines += buffer[index] == '\n' ? 1 : 0;
                }
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        String name = "%,d rows: ".formatted(lines - 1);
        results.add(new Figure(PART, name + "size", bytes / 1e6, "MB"));
        results.add(new Figure(PART, name + "time", seconds, "s"));
        List<String> during = Files.readAllLines(collections);
        results.add(new Figure(
                PART,
                name + "most that was kept after a collection",
                most(during.subList(before, during.size()), 1),
                "MB"));
        results.add(new Figure(PART, name + "heap of the API", most(during, 2), "MB"));
    }

    /** Zero where nothing was collected. */
    private static long most(List<String> lines, int group) {
        return lines.stream()
                .map(KEPT::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(group)))
                .max()
                .orElse(0);
    }
}
