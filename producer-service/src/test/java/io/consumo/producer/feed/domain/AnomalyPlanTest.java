package io.consumo.producer.feed.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.IntervalLength;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnomalyPlanTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = LAST.minusDays(44);

    private static Meters meters(long seed, int clients) {
        return new Meters(seed, clients, IntervalLength.HOUR, ZoneId.of("Europe/Madrid"));
    }

    @Property(tries = 100)
    void theDemoHasOneOfEachKindWhateverTheSeed(@ForAll long seed) {
        List<InjectedAnomaly> plan = AnomalyPlan.oneOfEach(meters(seed, 50), FIRST, LAST);
        assertThat(plan).extracting(InjectedAnomaly::kind).containsExactlyInAnyOrder(AnomalyKind.values());
        assertThat(plan)
                .extracting(InjectedAnomaly::client)
                .doesNotHaveDuplicates()
                .allMatch(client -> client <= 50);
        assertThat(plan).allSatisfy(anomaly -> assertThat(ChronoUnit.DAYS.between(anomaly.start(), LAST))
                .isBetween(4L, 14L));
    }

    @Test
    void theKindsCoverEveryTypeAndSubtype() {
        assertThat(AnomalyKind.values()).extracting(AnomalyKind::type).contains(AnomalyType.values());
        assertThat(AnomalyKind.values())
                .extracting(AnomalyKind::subtype)
                .filteredOn(Objects::nonNull)
                .containsExactlyInAnyOrder(AnomalySubtype.values());
    }

    @Test
    void aDemoOfFewClientsTakesAsManyAsThereAre() {
        assertThat(AnomalyPlan.oneOfEach(meters(42, 3), FIRST, LAST)).hasSizeLessThanOrEqualTo(3);
    }

    @Property(tries = 100)
    void reachesTheWantedShareAndNoMore(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @IntRange(min = 1, max = 90) int days) {
        Meters meters = meters(seed, 200);
        LocalDate first = LAST.minusDays(days - 1L);
        List<InjectedAnomaly> plan = AnomalyPlan.upTo(share, meters, List.of(), first, LAST);
        assertThat(plan).hasSize((int) Math.round(share * 200));
        assertThat(plan).extracting(InjectedAnomaly::client).doesNotHaveDuplicates();
        assertThat(plan)
                .allMatch(anomaly ->
                        !anomaly.start().isBefore(first) && !anomaly.start().isAfter(LAST));
        assertThat(AnomalyPlan.upTo(share, meters, plan, first, LAST)).isEmpty();
    }
}
