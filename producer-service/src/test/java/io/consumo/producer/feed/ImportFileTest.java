package io.consumo.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.file.Progress;
import io.consumo.model.file.ReadingFile;
import io.consumo.model.file.ReadingFile.BadLine;
import io.consumo.model.file.ReadingFile.Columns;
import io.consumo.model.file.ReadingFile.Form;
import io.consumo.producer.feed.ImportFile.Imported;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {

    private static final Form USUAL = new Form(Columns.USUAL, null, null, null);
    private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

    private final FeedFixture fixture = new FeedFixture();
    private final ImportFile importFile = new ImportFile(
            fixture.publisher, new TwoGoodLinesAndABadOne(), fixture.settings, fixture.rate, fixture.clock);
    private final List<BadLine> told = new ArrayList<>();
    private long bytes;

    @TempDir
    private Path folder;

    private final class Bytes implements Progress {
        @Override
        public void expect(long steps) {}

        @Override
        public void at(long step) {
            bytes = step;
        }
    }

    private final class Told implements ImportFile.Listener {
        @Override
        public void ignored(List<String> columns) {}

        @Override
        public void bad(BadLine line) {
            told.add(line);
        }
    }

    /** Reads the bytes, and pretends that they said this. */
    private static final class TwoGoodLinesAndABadOne implements ReadingFile {

        @Override
        public void read(InputStream input, Form form, long shiftDays, long revision, Sink sink) throws IOException {
            input.readAllBytes();
            Instant start = NOON.plusSeconds(86_400 * shiftDays);
            sink.good(new Reading("A", start, IntervalLength.HOUR, Energy.ZERO, Quality.MEASURED, revision));
            sink.bad(new BadLine(3, "kwh: must not be negative, was -1.0"));
            sink.good(new Reading("B", start, IntervalLength.HOUR, Energy.ZERO, Quality.MEASURED, revision));
        }

        @Override
        public long daysUntil(LocalDate lastDay, InputStream input, Form form) {
            return lastDay.toEpochDay()
                    - LocalDate.ofInstant(NOON, FeedFixture.MADRID).toEpochDay();
        }
    }

    @Test
    void sendsTheGoodLinesAndTellsTheBad() throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "12345");
        assertThat(importFile.file(file, USUAL, false, new Bytes(), new Told())).isEqualTo(new Imported(2, 1, 0));
        assertThat(fixture.publisher.delivered()).extracting(Reading::clientId).containsExactly("A", "B");
        assertThat(told).extracting(BadLine::number).containsExactly(3L);
        assertThat(bytes).isEqualTo(5);
    }

    @Test
    void allReadingsOfAFileHaveTheSameRevisionSoThatTheirOrderDoesNotMatter() throws IOException {
        importFile.stream(stream(), USUAL, false, new Bytes(), new Told());
        assertThat(fixture.publisher.delivered())
                .extracting(Reading::revision)
                .containsOnly(fixture.now.toEpochMilli());
    }

    @Test
    void aStreamCanBeShiftedToo() throws IOException {
        assertThat(importFile.stream(stream(), USUAL, true, new Bytes(), new Told()))
                .isEqualTo(new Imported(2, 1, 3));
        assertThat(fixture.deliveredByDay()).containsOnlyKeys(FeedFixture.YESTERDAY);
    }

    private static InputStream stream() {
        return new ByteArrayInputStream("12345".getBytes(StandardCharsets.UTF_8));
    }
}
