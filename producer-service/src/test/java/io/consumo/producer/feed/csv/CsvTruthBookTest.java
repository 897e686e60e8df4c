package io.consumo.producer.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.IntervalLength;
import io.consumo.producer.feed.DemoRecord;
import io.consumo.producer.feed.DemoRecord.Stage;
import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.domain.AnomalyKind;
import io.consumo.producer.feed.domain.InjectedAnomaly;
import io.consumo.producer.feed.domain.Meters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTruthBookTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

    @TempDir
    private Path folder;

    private Path file;
    private CsvTruthBook book;

    @BeforeEach
    void open() {
        file = folder.resolve("producer").resolve("truth.csv");
        book = new CsvTruthBook(new FeedProperties(
                MADRID,
                "localhost:9092",
                Duration.ofDays(14),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                42,
                60,
                file,
                new FeedProperties.Demo(FeedProperties.DemoMode.AUTO, 50, 45)));
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(book.anomalies()).isEmpty();
        assertThat(book.demo()).isEmpty();
    }

    @Test
    void keepsWhatWasInjectedAsCsv() throws IOException {
        List<InjectedAnomaly> injected = List.of(
                new InjectedAnomaly(3, AnomalyKind.BYPASS, DAY, null),
                new InjectedAnomaly(7, AnomalyKind.SURGE, DAY, DAY.plusDays(5)));
        book.change(old -> injected);
        assertThat(book.anomalies()).isEqualTo(injected);
        assertThat(Files.readString(file)).isEqualTo("""
                client_id,kind,type,subtype,start_day,end_day
                C-000003,bypass,FRAUD,DROP,2026-11-17,
                C-000007,surge,SPIKE,,2026-11-17,2026-11-22
                """);
    }

    @Test
    void keepsTheDemonstration() {
        Meters meters = new Meters(7, 12, IntervalLength.QUARTER_HOUR, MADRID);
        DemoRecord demo = new DemoRecord(meters, DAY, DAY.plusDays(9), Stage.SENDING, null);
        book.record(demo);
        assertThat(book.demo()).contains(demo);
        DemoRecord later =
                new DemoRecord(meters, DAY, DAY.plusDays(9), Stage.SENT, Instant.parse("2026-11-24T10:00:00Z"));
        book.record(later);
        assertThat(book.demo()).contains(later);
    }

    @Test
    void concurrentChangesAreAllKept() {
        List<Thread> writers = Stream.iterate(1, client -> client + 1)
                .limit(20)
                .map(client -> Thread.ofPlatform()
                        .start(() -> book.change(old -> Stream.concat(
                                        old.stream(),
                                        Stream.of(new InjectedAnomaly(client, AnomalyKind.DEAD, DAY, null)))
                                .toList())))
                .toList();
        writers.forEach(CsvTruthBookTest::join);
        assertThat(book.anomalies()).hasSize(20);
    }

    @Test
    void namesTheFileThatItCannotRead() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "something else\nentirely\n");
        assertThatThrownBy(book::anomalies).hasMessageContaining(file.toString());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
