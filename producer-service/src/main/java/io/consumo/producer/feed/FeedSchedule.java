package io.consumo.producer.feed;

import io.consumo.model.DayGrid;
import io.consumo.model.file.Progress;
import io.consumo.producer.feed.domain.Meters;
import io.consumo.producer.feed.domain.Pace;
import io.consumo.producer.feed.domain.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends each meter's reading when its interval ends, for ever; what ended before, the meters have kept. */
@Component
public class FeedSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);

    private final ReadingPublisher publisher;
    private final TruthBook truth;
    private final FeedRate rate;
    private final FeedStatus status;
    private final FeedProperties settings;
    private final InstantSource clock;

    FeedSchedule(
            ReadingPublisher publisher,
            TruthBook truth,
            FeedRate rate,
            FeedStatus status,
            FeedProperties settings,
            InstantSource clock) {
        this.publisher = publisher;
        this.truth = truth;
        this.rate = rate;
        this.status = status;
        this.settings = settings;
        this.clock = clock;
    }

    /** Is told of each interval that was sent. */
    @FunctionalInterface
    public interface Listener {

        void sent(Instant intervalStart, long readings);
    }

    /** The start of the local day, some days ago. */
    public Instant startOfDay(Meters meters, int daysAgo) {
        Instant now = clock.instant();
        return new DayGrid(now.atZone(meters.zone()).toLocalDate().minusDays(daysAgo), meters.zone(), meters.length())
                .begin();
    }

    /**
     * Runs until the thread is interrupted. While the topic cannot be reached, the meters keep their readings.
     *
     * @param from start of the first interval to send
     * @param speedup how many times faster than real time the past is replayed; 1 sends it at once
     */
    public void run(Meters meters, Instant from, double speedup, Listener listener) throws InterruptedException {
        Pace pace = new Pace(clock.instant(), from, speedup);
        Instant next = from;
        status.fedUntil(from);
        while (true) {
            try (ReadingPublisher.Outgoing outgoing = publisher.open()) {
                while (true) {
                    Instant end = next.plusSeconds(meters.length().seconds());
                    await(pace, end);
                    listener.sent(next, send(meters, next, outgoing));
                    next = end;
                    status.fedUntil(end);
                    status.fine();
                }
            } catch (SendingFailed e) {
                requireNoInterruption();
                LOG.warn("Meters keep their readings from {} on: {}", next, e.getMessage());
                status.troubled(e.getMessage());
                Thread.sleep(settings.retryPause());
            }
        }
    }

    private long send(Meters meters, Instant start, ReadingPublisher.Outgoing outgoing) {
        MeterSink sink = new MeterSink(meters.length(), clock.millis(), outgoing, rate, Progress.NONE);
        new Simulation(meters, truth.anomalies()).interval(meters.numbers(), start, sink);
        outgoing.flush();
        return sink.sent();
    }

    private void await(Pace pace, Instant end) throws InterruptedException {
        Duration wait = pace.until(end, clock.instant());
        if (wait.isPositive()) {
            Thread.sleep(wait);
        }
        requireNoInterruption();
    }

    private static void requireNoInterruption() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
