package io.consumo.producer.feed.csv;

import io.consumo.model.IntervalLength;
import io.consumo.producer.feed.DemoRecord;
import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.TruthBook;
import io.consumo.producer.feed.domain.AnomalyKind;
import io.consumo.producer.feed.domain.InjectedAnomaly;
import io.consumo.producer.feed.domain.Meters;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The truth as a CSV file, and the demonstration's parameters in a properties file beside it. */
@Component
class CsvTruthBook implements TruthBook {

    private static final String HEADER = "client_id,kind,type,subtype,start_day,end_day";

    private final FeedProperties settings;
    private final Path truth;
    private final Path demo;
    private final Path lock;

    CsvTruthBook(FeedProperties settings) {
        this.settings = settings;
        this.truth = settings.truth().toAbsolutePath();
        this.demo = truth.resolveSibling("demo.properties");
        this.lock = truth.resolveSibling("truth.lock");
    }

    @Override
    public List<InjectedAnomaly> anomalies() {
        try (Stream<String> lines = Files.exists(truth) ? Files.lines(truth) : Stream.empty()) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(CsvTruthBook::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(truth + " is no file of the simulation's truth: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized List<InjectedAnomaly> change(UnaryOperator<List<InjectedAnomaly>> change) {
        try {
            Files.createDirectories(truth.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                List<InjectedAnomaly> present = anomalies();
                List<InjectedAnomaly> changed = change.apply(present);
                if (held.isValid() && !changed.equals(present)) {
                    write(
                            truth,
                            Stream.concat(Stream.of(HEADER), changed.stream().map(CsvTruthBook::format))
                                    .collect(Collectors.joining("\n", "", "\n")));
                }
                return changed;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + truth + " (CONSUMO_TRUTH)", e);
        }
    }

    @Override
    public Optional<DemoRecord> demo() {
        if (!Files.exists(demo)) {
            return Optional.empty();
        }
        try {
            Properties values = new Properties();
            values.load(new StringReader(Files.readString(demo)));
            Meters meters = new Meters(
                    Long.parseLong(values.getProperty("seed")),
                    Integer.parseInt(values.getProperty("clients")),
                    IntervalLength.ofMinutes(Long.parseLong(values.getProperty("minutes")))
                            .orElseThrow(),
                    settings.zone());
            return Optional.of(new DemoRecord(
                    meters,
                    LocalDate.parse(values.getProperty("first")),
                    LocalDate.parse(values.getProperty("last")),
                    DemoRecord.Stage.valueOf(values.getProperty("stage")),
                    Optional.ofNullable(values.getProperty("fed-until"))
                            .map(Instant::parse)
                            .orElse(null)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(demo + " does not describe a demonstration: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void record(DemoRecord record) {
        Properties values = new Properties();
        values.setProperty("seed", String.valueOf(record.meters().seed()));
        values.setProperty("clients", String.valueOf(record.meters().clients()));
        values.setProperty("minutes", String.valueOf(record.meters().length().minutes()));
        values.setProperty("first", record.first().toString());
        values.setProperty("last", record.last().toString());
        values.setProperty("stage", record.stage().name());
        Optional.ofNullable(record.fedUntil()).ifPresent(until -> values.setProperty("fed-until", until.toString()));
        try {
            Files.createDirectories(demo.getParent());
            StringWriter text = new StringWriter();
            values.store(text, "The demonstration of this installation");
            write(demo, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + demo + " (beside CONSUMO_TRUTH)", e);
        }
    }

    /** A reader finds the old file or the new one, never half of it. */
    private static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String format(InjectedAnomaly anomaly) {
        AnomalyKind kind = anomaly.kind();
        return String.join(
                ",",
                anomaly.clientId(),
                kind.name().toLowerCase(Locale.ROOT),
                kind.type().name(),
                kind.subtype() == null ? "" : kind.subtype().name(),
                anomaly.start().toString(),
                anomaly.end() == null ? "" : anomaly.end().toString());
    }

    private static InjectedAnomaly parse(String line) {
        String[] fields = line.split(",", -1);
        return new InjectedAnomaly(
                Meters.number(fields[0]).orElseThrow(() -> new IllegalArgumentException("no client in " + line)),
                AnomalyKind.valueOf(fields[1].toUpperCase(Locale.ROOT)),
                LocalDate.parse(fields[4]),
                fields[5].isEmpty() ? null : LocalDate.parse(fields[5]));
    }
}
