package io.consumo.producer.feed;

import static io.consumo.producer.feed.FeedFixture.TODAY;
import static io.consumo.producer.feed.FeedFixture.meters;
import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.Reading;
import io.consumo.producer.feed.domain.AnomalyKind;
import io.consumo.producer.feed.domain.InjectedAnomaly;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedScheduleTest {

    private static final Instant MIDNIGHT =
            TODAY.atStartOfDay(FeedFixture.MADRID).toInstant();

    private final FeedFixture fixture = new FeedFixture();
    private final BlockingQueue<Instant> sent = new LinkedBlockingQueue<>();
    private Thread thread = new Thread();

    private void start(Instant from, double speedup) {
        thread = Thread.ofVirtual().start(() -> {
            try {
                fixture.schedule.run(meters(3), from, speedup, (start, readings) -> sent.add(start));
            } catch (InterruptedException e) {
                sent.clear();
            }
        });
    }

    private Instant next() throws InterruptedException {
        Instant start = sent.poll(10, TimeUnit.SECONDS);
        assertThat(start).isNotNull();
        return start;
    }

    private void takeUntil(Instant start) throws InterruptedException {
        while (!next().equals(start)) {
            assertThat(start).isNotNull();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    @Test
    void sendsTodaysIntervalsThatEndedAlreadyAndNoMore() throws InterruptedException {
        start(fixture.schedule.startOfDay(meters(3), 0), 1);
        takeUntil(MIDNIGHT.plus(Duration.ofHours(11)));
        assertThat(fixture.deliveredByDay()).isEqualTo(Map.of(TODAY, 36L));
        assertThat(sent.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void sendsEachIntervalWhenItEnds() throws InterruptedException {
        fixture.now = MIDNIGHT.plus(Duration.ofHours(1)).minusMillis(50);
        start(MIDNIGHT, 1);
        assertThat(next()).isEqualTo(MIDNIGHT);
        assertThat(fixture.publisher.delivered())
                .extracting(Reading::clientId)
                .containsExactly("C-000001", "C-000002", "C-000003");
    }

    @Test
    void keepsReadingsWhileTheTopicIsAway() throws InterruptedException {
        fixture.publisher.failNextFlushes(3);
        start(MIDNIGHT, 1);
        takeUntil(MIDNIGHT.plus(Duration.ofHours(11)));
        assertThat(fixture.publisher.delivered())
                .hasSize(36)
                .extracting(Reading::start)
                .isSorted();
    }

    @Test
    void replaysThePastFasterThanItWas() throws InterruptedException {
        start(fixture.schedule.startOfDay(meters(3), 1), 3_600_000);
        assertThat(next()).isEqualTo(MIDNIGHT.minus(Duration.ofDays(1)));
        takeUntil(MIDNIGHT);
    }

    @Test
    void takesUpWhatIsInjectedWhileItRuns() throws InterruptedException {
        fixture.now = MIDNIGHT.plus(Duration.ofHours(1));
        fixture.truth.change(old -> List.of(new InjectedAnomaly(2, AnomalyKind.MUTE, TODAY, null)));
        start(MIDNIGHT, 1);
        next();
        assertThat(fixture.publisher.delivered()).extracting(Reading::clientId).containsExactly("C-000001", "C-000003");
    }
}
