package io.consumo.producer.feed;

import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.model.file.Progress;
import io.consumo.producer.feed.domain.Meters;
import io.consumo.producer.feed.domain.Simulation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Sends what the meters measure; all readings of a run carry its start as their revision. */
final class MeterSink implements Simulation.Sink {

    private final IntervalLength length;
    private final long revision;
    private final ReadingPublisher.Outgoing outgoing;
    private final FeedRate rate;
    private final Progress progress;
    private final BitSet clients = new BitSet();
    private final BitSet senders = new BitSet();
    private long taken;
    private long sent;
    private @Nullable Instant first;
    private @Nullable Instant last;

    MeterSink(
            IntervalLength length,
            long revision,
            ReadingPublisher.Outgoing outgoing,
            FeedRate rate,
            Progress progress) {
        this.length = length;
        this.revision = revision;
        this.outgoing = outgoing;
        this.rate = rate;
        this.progress = progress;
    }

    @Override
    public void take(int client, Instant start, int tenthsOfWattHour) {
        progress.at(++taken);
        clients.set(client);
        if (tenthsOfWattHour == Simulation.NOTHING_SENT) {
            return;
        }
        outgoing.send(new Reading(
                Meters.id(client), start, length, new Energy(tenthsOfWattHour), Quality.MEASURED, revision));
        rate.count();
        sent++;
        senders.set(client);
        first = first == null ? start : first;
        last = start;
    }

    long sent() {
        return sent;
    }

    FeedReadings.Sent summary(ZoneId zone) {
        int silent = clients.cardinality() - senders.cardinality();
        return new FeedReadings.Sent(sent, senders.cardinality(), silent, day(first, zone), day(last, zone));
    }

    private static @Nullable LocalDate day(@Nullable Instant start, ZoneId zone) {
        return start == null ? null : LocalDate.ofInstant(start, zone);
    }
}
