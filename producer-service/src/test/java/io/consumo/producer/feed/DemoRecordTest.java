package io.consumo.producer.feed;

import static io.consumo.producer.feed.FeedFixture.TODAY;
import static io.consumo.producer.feed.FeedFixture.meters;
import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.producer.feed.DemoRecord.Stage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoRecordTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T23:00:00Z");
    private static final Instant EARLIEST = MIDNIGHT.minus(Duration.ofDays(30));

    private final DemoRecord demo =
            new DemoRecord(meters(1), TODAY.minusDays(46), TODAY.minusDays(2), Stage.SENT, null);

    private Instant resumedAfter(Instant fedUntil) {
        return demo.fedUntil(fedUntil).resumeAt(MIDNIGHT, EARLIEST);
    }

    @Test
    void beginsWithToday() {
        assertThat(demo.resumeAt(MIDNIGHT, EARLIEST)).isEqualTo(MIDNIGHT);
    }

    @Test
    void beginsWithTheDayOfItsHistoryWhereItWasStoppedBeforeTheFirstInterval() {
        Instant threeDaysLater = MIDNIGHT.plus(Duration.ofDays(3));
        assertThat(demo.resumeAt(threeDaysLater, threeDaysLater.minus(Duration.ofDays(30))))
                .isEqualTo(MIDNIGHT);
    }

    @Test
    void goesOnWhereItWasStoppedOnAnEarlierDay() {
        Instant yesterdayAfternoon = MIDNIGHT.minus(Duration.ofHours(9));
        assertThat(resumedAfter(yesterdayAfternoon)).isEqualTo(yesterdayAfternoon);
    }

    @Test
    void sendsTodayAgainWhenItWasStoppedToday() {
        assertThat(resumedAfter(MIDNIGHT.plus(Duration.ofHours(9)))).isEqualTo(MIDNIGHT);
    }

    @Test
    void doesNotGoBackForEver() {
        assertThat(resumedAfter(MIDNIGHT.minus(Duration.ofDays(300)))).isEqualTo(EARLIEST);
    }
}
