package io.consumo.producer.feed;

import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.Reading;
import io.consumo.producer.feed.domain.Meters;
import io.consumo.producer.feed.domain.Simulation;
import java.time.Instant;

/** Sends what the meters measure; all readings of a run carry its start as their revision. */
final class MeterSink implements Simulation.Sink {

    private final IntervalLength length;
    private final long revision;
    private final ReadingPublisher.Outgoing outgoing;
    private final FeedRate rate;
    private final Progress progress;
    private long taken;
    private long sent;

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
        if (tenthsOfWattHour == Simulation.NOTHING_SENT) {
            return;
        }
        outgoing.send(new Reading(
                Meters.id(client), start, length, new Energy(tenthsOfWattHour), Quality.MEASURED, revision));
        rate.count();
        sent++;
    }

    long sent() {
        return sent;
    }
}
