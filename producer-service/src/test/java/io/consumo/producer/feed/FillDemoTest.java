package io.consumo.producer.feed;

import static io.consumo.producer.feed.FeedFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.Reading;
import io.consumo.producer.feed.DemoRecord.Stage;
import io.consumo.producer.feed.domain.AnomalyKind;
import io.consumo.producer.feed.domain.InjectedAnomaly;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillDemoTest {

    private final FeedFixture fixture = new FeedFixture();

    @Test
    void givesEmptyStoresFortyFiveDaysAndTheBeginningOfTheirFirstMonthUpToTheDayBeforeYesterday() {
        DemoRecord planned = fixture.demo.plan().orElseThrow();
        assertThat(planned.stage()).isEqualTo(Stage.SENDING);
        assertThat(fixture.demo.send(planned).stage()).isEqualTo(Stage.SENT);
        assertThat(fixture.deliveredByDay())
                .containsOnlyKeys(TODAY.minusDays(46)
                        .withDayOfMonth(1)
                        .datesUntil(TODAY.minusDays(1))
                        .toList());
        assertThat(fixture.truth.anomalies())
                .extracting(InjectedAnomaly::kind)
                .containsExactlyInAnyOrder(AnomalyKind.values());
    }

    @Test
    void leavesStoresAloneThatHoldOtherReadings() {
        fixture.stored.newest.put("ES0021", TODAY.minusDays(1));
        assertThat(fixture.demo.plan()).isEmpty();
    }

    @Test
    void isTheSameAfterARestart() {
        DemoRecord sent = fixture.demo.send(fixture.demo.plan().orElseThrow());
        fixture.stored.newest.put("C-000001", TODAY.minusDays(2));
        fixture.now = fixture.now.plusSeconds(3 * 86_400);
        assertThat(fixture.demo.plan()).contains(sent);
    }

    @Test
    void isFinishedAsItWasBegunWhenItWasInterrupted() {
        DemoRecord planned = fixture.demo.plan().orElseThrow();
        fixture.publisher.failNextFlushes(1);
        assertThatThrownBy(() -> fixture.demo.send(planned)).isInstanceOf(SendingFailed.class);
        fixture.stored.newest.put("C-000001", TODAY.minusDays(40));
        fixture.now = fixture.now.plusSeconds(86_400);
        assertThat(fixture.demo.plan()).contains(planned);
    }

    @Test
    void beginsAnewWhenTheStoresWereEmptied() {
        fixture.demo.send(fixture.demo.plan().orElseThrow());
        fixture.now = fixture.now.plusSeconds(10 * 86_400);
        DemoRecord planned = fixture.demo.plan().orElseThrow();
        assertThat(planned.last()).isEqualTo(TODAY.plusDays(8));
        assertThat(fixture.truth.anomalies()).hasSize(8).allMatch(anomaly -> anomaly.start()
                .isAfter(TODAY.minusDays(7)));
    }

    @Test
    void itsMuteMeterStopsAboutSixDaysBeforeTheEnd() {
        fixture.demo.send(fixture.demo.plan().orElseThrow());
        InjectedAnomaly mute = fixture.truth.anomalies().stream()
                .filter(anomaly -> anomaly.kind() == AnomalyKind.MUTE)
                .findFirst()
                .orElseThrow();
        List<Reading> readings = fixture.publisher.delivered().stream()
                .filter(reading -> reading.clientId().equals(mute.clientId()))
                .toList();
        assertThat(FeedFixture.day(readings.getLast())).isEqualTo(TODAY.minusDays(8));
    }
}
