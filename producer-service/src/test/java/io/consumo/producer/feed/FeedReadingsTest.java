package io.consumo.producer.feed;

import static io.consumo.producer.feed.FeedFixture.TODAY;
import static io.consumo.producer.feed.FeedFixture.YESTERDAY;
import static io.consumo.producer.feed.FeedFixture.meters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.model.Reading;
import io.consumo.model.file.Progress;
import io.consumo.producer.feed.FeedReadings.Sent;
import io.consumo.producer.feed.domain.AnomalyKind;
import io.consumo.producer.feed.domain.InjectedAnomaly;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedReadingsTest {

    private final FeedFixture fixture = new FeedFixture();

    @Test
    void backfillSendsTheDaysUpToYesterdayInTheOrderOfTime() {
        Sent sent = fixture.feed.backfill(meters(3), 2, 0, Progress.NONE);
        assertThat(sent).isEqualTo(new Sent(144, 3, 0, YESTERDAY.minusDays(1), YESTERDAY));
        assertThat(fixture.deliveredByDay()).isEqualTo(Map.of(YESTERDAY.minusDays(1), 72L, YESTERDAY, 72L));
        assertThat(fixture.publisher.delivered()).extracting(Reading::start).isSorted();
    }

    @Test
    void aRunAgainSendsTheSameWithALaterRevision() {
        fixture.feed.backfill(meters(2), 1, 0, Progress.NONE);
        List<Reading> first = fixture.publisher.delivered();
        fixture.now = fixture.now.plusSeconds(60);
        fixture.feed.backfill(meters(2), 1, 0, Progress.NONE);
        List<Reading> second = fixture.publisher.delivered().subList(first.size(), 2 * first.size());
        assertThat(second)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("revision")
                .isEqualTo(first);
        assertThat(second)
                .allMatch(reading -> reading.revision() > first.getFirst().revision());
    }

    @Test
    void onceSendsTheDayAfterTheNewestOfEachClient() {
        fixture.stored.newest.put("C-000001", YESTERDAY.minusDays(3));
        fixture.stored.newest.put("C-000002", YESTERDAY.minusDays(1));
        fixture.stored.newest.put("C-000003", YESTERDAY);
        Sent sent = fixture.feed.once(meters(4), 0, Progress.NONE);
        assertThat(sent).isEqualTo(new Sent(72, 3, 0, YESTERDAY.minusDays(2), YESTERDAY));
        assertThat(fixture.publisher.delivered())
                .extracting(Reading::clientId)
                .startsWith("C-000001")
                .endsWith("C-000002", "C-000004")
                .doesNotContain("C-000003");
    }

    @Test
    void onceDoesNotCountWhatCameToday() {
        fixture.stored.newest.put("C-000001", TODAY);
        assertThat(fixture.feed.once(meters(1), 0, Progress.NONE).last()).isEqualTo(YESTERDAY);
    }

    @Test
    void onceSaysWhenThereIsNothingToSend() {
        fixture.stored.newest.put("C-000001", YESTERDAY);
        assertThat(fixture.feed.once(meters(1), 0.5, Progress.NONE)).isEqualTo(new Sent(0, 0, 0, null, null));
        assertThat(fixture.truth.anomalies()).isEmpty();
    }

    @Test
    void writesTheTruthDownBeforeItSends() {
        fixture.publisher.failNextFlushes(1);
        assertThatThrownBy(() -> fixture.feed.backfill(meters(40), 30, 0.1, Progress.NONE))
                .isInstanceOf(SendingFailed.class);
        assertThat(fixture.truth.anomalies()).hasSize(4);
    }

    @Test
    void whatWasInjectedGoesOnInLaterRuns() {
        fixture.truth.change(old -> List.of(new InjectedAnomaly(1, AnomalyKind.DEAD, YESTERDAY, null)));
        fixture.feed.once(meters(1), 0, Progress.NONE);
        assertThat(fixture.publisher.delivered())
                .hasSize(24)
                .allMatch(reading -> reading.energy().tenthsOfWattHour() == 0);
    }

    @Test
    void aMuteMeterSendsNothingAndIsToldSo() {
        fixture.truth.change(old -> List.of(new InjectedAnomaly(2, AnomalyKind.MUTE, YESTERDAY, null)));
        Sent sent = fixture.feed.once(meters(2), 0, Progress.NONE);
        assertThat(sent).isEqualTo(new Sent(24, 1, 1, YESTERDAY, YESTERDAY));
    }

    @Test
    void tellsItsProgressToTheEnd() {
        long[] told = new long[2];
        fixture.feed.backfill(meters(2), 3, 0, new Progress() {
            @Override
            public void expect(long steps) {
                told[0] = steps;
            }

            @Override
            public void at(long step) {
                told[1] = step;
            }
        });
        assertThat(told).containsExactly(144, 144);
    }
}
