package io.consumo.producer.feed;

import io.consumo.model.IntervalLength;
import io.consumo.model.Reading;
import io.consumo.producer.feed.FeedProperties.Demo;
import io.consumo.producer.feed.FeedProperties.DemoMode;
import io.consumo.producer.feed.domain.Meters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A feed on doubles; it is noon of 24 November 2026 in Madrid until a test turns the clock. */
final class FeedFixture {

    static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate YESTERDAY = TODAY.minusDays(1);

    final InMemoryPublisher publisher = new InMemoryPublisher();
    final InMemoryTruthBook truth = new InMemoryTruthBook();
    final StubStoredDays stored = new StubStoredDays();
    volatile Instant now = Instant.parse("2026-11-24T11:00:00Z");
    final InstantSource clock = () -> now;
    final FeedRate rate = new FeedRate(clock);
    final FeedStatus status = new FeedStatus();
    final FeedProperties settings = settings(45);
    final FeedReadings feed = new FeedReadings(publisher, stored, truth, rate, clock);
    final FillDemo demo = new FillDemo(settings, feed, stored, truth, clock);
    final FeedSchedule schedule = new FeedSchedule(publisher, truth, rate, status, settings, clock);

    static FeedProperties settings(int days) {
        return new FeedProperties(
                MADRID,
                "localhost:9092",
                Duration.ofDays(14),
                Duration.ofSeconds(1),
                Duration.ofMillis(1),
                42,
                60,
                Path.of("truth.csv"),
                new Demo(DemoMode.AUTO, 50, days));
    }

    static Meters meters(int clients) {
        return new Meters(42, clients, IntervalLength.HOUR, MADRID);
    }

    /** How many readings of each day were delivered. */
    Map<LocalDate, Long> deliveredByDay() {
        return publisher.delivered().stream()
                .collect(Collectors.groupingBy(FeedFixture::day, TreeMap::new, Collectors.counting()));
    }

    static LocalDate day(Reading reading) {
        return LocalDate.ofInstant(reading.start(), MADRID);
    }
}
