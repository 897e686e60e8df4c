package io.consumo.producer.feed.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.consumo.model.IntervalLength;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InjectedAnomalyTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 2);
    private static final LocalDate END = START.plusDays(6);

    private final int client = 4;
    private final IntervalLength length = IntervalLength.HOUR;

    private int[] honest(LocalDate day) {
        return new Simulation(meters(), List.of()).energy(client, day);
    }

    private int[] distorted(AnomalyKind kind, LocalDate day) {
        return new Simulation(meters(), List.of(new InjectedAnomaly(client, kind, START, END))).energy(client, day);
    }

    private Meters meters() {
        return new Meters(42, 10, length, ZoneId.of("Europe/Madrid"));
    }

    private static double ratio(int[] distorted, int[] honest) {
        return (double) Arrays.stream(distorted).sum() / Arrays.stream(honest).sum();
    }

    @Property
    void changesNothingBeforeAndAfterAndForOthers(@ForAll AnomalyKind kind, @ForAll @IntRange(max = 2000) int days) {
        for (LocalDate day : List.of(START.minusDays(1L + days), END.plusDays(1L + days))) {
            assertThat(distorted(kind, day)).isEqualTo(honest(day));
        }
        InjectedAnomaly anomaly = new InjectedAnomaly(client + 1, kind, START, END);
        assertThat(new Simulation(meters(), List.of(anomaly)).energy(client, START))
                .isEqualTo(honest(START));
    }

    @Property
    void changesEachOfItsDays(@ForAll AnomalyKind kind, @ForAll @IntRange(max = 6) int days) {
        assertThat(distorted(kind, START.plusDays(days))).isNotEqualTo(honest(START.plusDays(days)));
    }

    @Test
    void lampsBurnForTwelveHoursOnTheClock() {
        int[] honest = honest(START);
        int[] distorted = distorted(AnomalyKind.GROW_LAMPS, START);
        int[] lit = IntStream.range(0, 24)
                .filter(hour -> distorted[hour] > honest[hour])
                .toArray();
        assertThat(lit).hasSize(12);
        assertThat(lit).contains(20, 23, 0, 4).doesNotContain(9, 12, 16);
        int lamps = distorted[lit[0]] - honest[lit[0]];
        assertThat(lamps).isBetween(20_000, 60_000);
        assertThat(Arrays.stream(lit).map(hour -> distorted[hour] - honest[hour]))
                .allSatisfy(more -> assertThat(more).isCloseTo(lamps, within(10)));
    }

    @Test
    void aFrozenMeterTellsTheMeanAllDay() {
        int[] frozen = distorted(AnomalyKind.FROZEN, START);
        assertThat(Arrays.stream(frozen).distinct()).hasSize(1);
        assertThat(ratio(frozen, honest(START))).isCloseTo(1, within(0.01));
    }

    @Test
    void aBypassLeavesNextToNothing() {
        assertThat(ratio(distorted(AnomalyKind.BYPASS, START), honest(START))).isBetween(0.015, 0.065);
    }

    @Test
    void aDeadMeterSendsZeros() {
        assertThat(distorted(AnomalyKind.DEAD, START)).containsOnly(0);
    }

    @Test
    void aReversedDayKeepsItsTotal() {
        int[] reversed = distorted(AnomalyKind.REVERSED, START);
        int[] honest = honest(START);
        assertThat(reversed[0]).isEqualTo(honest[23]);
        assertThat(Arrays.stream(reversed).sum())
                .isEqualTo(Arrays.stream(honest).sum());
    }

    @Test
    void aSurgeTakesThreeToFourTimesTheUsual() {
        assertThat(ratio(distorted(AnomalyKind.SURGE, START), honest(START))).isBetween(2.95, 4.05);
    }

    @Test
    void aNightLoadStaysBelowThatOfAPlantation() {
        int[] honest = honest(START);
        int[] distorted = distorted(AnomalyKind.NIGHT_LOAD, START);
        int[] more = IntStream.range(0, 24)
                .filter(hour -> distorted[hour] > honest[hour])
                .toArray();
        assertThat(more).containsExactly(0, 1, 2, 3, 4, 23);
        assertThat(distorted[2] - honest[2]).isBetween(8_000, 15_000);
    }

    @Test
    void aMuteMeterSendsNothing() {
        assertThat(distorted(AnomalyKind.MUTE, START)).containsOnly(Simulation.NOTHING_SENT);
    }

    @Test
    void cannotEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InjectedAnomaly(1, AnomalyKind.DEAD, START, START.minusDays(1)));
    }
}
