package io.consumo.producer.feed;

import io.consumo.model.Reading;
import io.consumo.model.file.CountingInput;
import io.consumo.model.file.Progress;
import io.consumo.model.file.ReadingFile;
import io.consumo.model.file.ReadingFile.BadLine;
import io.consumo.model.file.ReadingFile.Form;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Sends the readings of a file: the good lines, telling the bad ones. */
@Service
public class ImportFile {

    private final ReadingPublisher publisher;
    private final ReadingFile file;
    private final FeedProperties settings;
    private final FeedRate rate;
    private final InstantSource clock;

    ImportFile(
            ReadingPublisher publisher, ReadingFile file, FeedProperties settings, FeedRate rate, InstantSource clock) {
        this.publisher = publisher;
        this.file = file;
        this.settings = settings;
        this.rate = rate;
        this.clock = clock;
    }

    /** Is told of what is not sent. */
    public interface Listener {

        void ignored(List<String> columns);

        void bad(BadLine line);
    }

    /** What became of the lines. */
    public record Imported(long readings, long badLines, long shiftedDays) {}

    /**
     * Sends a file; progress is told in bytes.
     *
     * @param shiftToNow whether to move it by whole days so that its last one is yesterday
     */
    public Imported file(Path path, Form form, boolean shiftToNow, Progress progress, Listener listener)
            throws IOException {
        progress.expect(Files.size(path));
        long shift = shiftToNow ? shift(path, form) : 0;
        try (InputStream input = new BufferedInputStream(Files.newInputStream(path))) {
            return send(new CountingInput(input, progress), form, shift, listener);
        }
    }

    /** As {@link #file}, of a stream of unknown length; to be shifted it is kept in a temporary file. */
    public Imported stream(InputStream input, Form form, boolean shiftToNow, Progress progress, Listener listener)
            throws IOException {
        if (!shiftToNow) {
            return send(new CountingInput(input, progress), form, 0, listener);
        }
        Path copy = Files.createTempFile("consumo-", ".csv");
        try {
            Files.copy(input, copy, StandardCopyOption.REPLACE_EXISTING);
            return file(copy, form, true, progress, listener);
        } finally {
            Files.delete(copy);
        }
    }

    private long shift(Path path, Form form) throws IOException {
        LocalDate yesterday =
                LocalDate.ofInstant(clock.instant(), settings.zone()).minusDays(1);
        try (InputStream input = new BufferedInputStream(Files.newInputStream(path))) {
            return file.daysUntil(yesterday, input, form);
        }
    }

    private Imported send(InputStream input, Form form, long shift, Listener listener) throws IOException {
        try (ReadingPublisher.Outgoing outgoing = publisher.open()) {
            LineSink sink = new LineSink(outgoing, listener);
            file.read(input, form, shift, clock.millis(), sink);
            outgoing.flush();
            return new Imported(sink.good, sink.bad, shift);
        }
    }

    private final class LineSink implements ReadingFile.Sink {

        private final ReadingPublisher.Outgoing outgoing;
        private final Listener listener;
        private long good;
        private long bad;

        LineSink(ReadingPublisher.Outgoing outgoing, Listener listener) {
            this.outgoing = outgoing;
            this.listener = listener;
        }

        @Override
        public void ignored(List<String> columns) {
            listener.ignored(columns);
        }

        @Override
        public void good(Reading reading) {
            outgoing.send(reading);
            rate.count();
            good++;
        }

        @Override
        public void bad(BadLine line) {
            listener.bad(line);
            bad++;
        }
    }
}
