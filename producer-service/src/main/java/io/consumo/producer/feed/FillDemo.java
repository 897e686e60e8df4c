package io.consumo.producer.feed;

import io.consumo.model.file.Progress;
import io.consumo.producer.feed.DemoRecord.Stage;
import io.consumo.producer.feed.domain.AnomalyPlan;
import io.consumo.producer.feed.domain.Meters;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives empty stores a history to show, with one anomaly of each kind in it. */
@Service
class FillDemo {

    private static final Logger LOG = LoggerFactory.getLogger(FillDemo.class);

    private final FeedProperties settings;
    private final FeedReadings feed;
    private final StoredDays stored;
    private final TruthBook truth;
    private final InstantSource clock;

    FillDemo(FeedProperties settings, FeedReadings feed, StoredDays stored, TruthBook truth, InstantSource clock) {
        this.settings = settings;
        this.feed = feed;
        this.stored = stored;
        this.truth = truth;
        this.clock = clock;
    }

    /** The demonstration that this installation has or is to have; empty when its stores were filled otherwise. */
    Optional<DemoRecord> plan() {
        Optional<DemoRecord> present = truth.demo();
        boolean interrupted =
                present.filter(demo -> demo.stage() == Stage.SENDING).isPresent();
        return interrupted || !stored.areNone() ? present : Optional.of(begin());
    }

    /** Sends the history; done again it sends the same. */
    DemoRecord send(DemoRecord demo) {
        LOG.info("Sending the demo history: {} clients, {} to {}", demo.meters().clients(), demo.first(), demo.last());
        FeedReadings.Sent sent = feed.days(demo.meters(), demo.first(), demo.last(), Progress.NONE);
        DemoRecord done = demo.sent();
        truth.record(done);
        LOG.info("Sent the demo history: {} readings", sent.readings());
        return done;
    }

    /** Writes down that the interval was sent. */
    void follow(DemoRecord demo, Instant intervalStart) {
        truth.record(
                demo.fedUntil(intervalStart.plusSeconds(demo.meters().length().seconds())));
    }

    private DemoRecord begin() {
        Meters meters = settings.meters();
        LocalDate last = DemoRecord.lastOfHistory(LocalDate.ofInstant(clock.instant(), meters.zone()));
        // From the first of a month on: months that begin in their midst could not be compared with others.
        LocalDate first = last.minusDays(settings.demo().days() - 1L).withDayOfMonth(1);
        DemoRecord demo = new DemoRecord(meters, first, last, Stage.SENDING, null);
        truth.change(old -> AnomalyPlan.oneOfEach(meters, first, last));
        truth.record(demo);
        return demo;
    }
}
