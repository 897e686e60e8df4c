package io.consumo.producer.feed.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.consumo.model.IntervalLength;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private record Value(int client, Instant start, int energy) {}

    @Property(tries = 50)
    void givesTheSameValuesInAnyOrder(
            @ForAll long seed,
            @ForAll @IntRange(max = 364) int dayOfYear,
            @ForAll IntervalLength length,
            @ForAll Random order) {
        Simulation simulation = new Simulation(new Meters(seed, 20, length, MADRID), List.of());
        LocalDate day = FIRST.plusDays(dayOfYear);
        int[] all = new Meters(seed, 20, length, MADRID).numbers();

        List<Value> together = new ArrayList<>();
        simulation.day(all, day, (client, start, energy) -> together.add(new Value(client, start, energy)));
        List<Value> shuffled = new ArrayList<>(together);
        Collections.shuffle(shuffled, order);

        Simulation again = new Simulation(new Meters(seed, 7, length, MADRID), List.of());
        for (Value value : shuffled.subList(0, 40)) {
            again.interval(new int[] {value.client()}, value.start(), (client, start, energy) -> assertThat(
                            new Value(client, start, energy))
                    .isEqualTo(value));
        }
    }

    @Test
    void sendsADayInTheOrderOfTime() {
        Meters meters = new Meters(1, 3, IntervalLength.HOUR, MADRID);
        List<Instant> starts = new ArrayList<>();
        new Simulation(meters, List.of()).day(meters.numbers(), FIRST, (client, start, energy) -> starts.add(start));
        assertThat(starts).hasSize(72).isSorted();
        assertThat(starts.getFirst()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, HOUR, 23",
        "2026-10-25, HOUR, 25",
        "2026-10-25, HALF_HOUR, 50",
        "2026-10-25, QUARTER_HOUR, 100",
        "2026-11-24, QUARTER_HOUR, 96"
    })
    void fillsEverySlotOfTheDay(LocalDate day, IntervalLength length, int slots) {
        Meters meters = new Meters(1, 1, length, MADRID);
        assertThat(Arrays.stream(new Simulation(meters, List.of()).energy(1, day))
                        .boxed())
                .hasSize(slots)
                .allMatch(energy -> energy >= 0);
    }

    @Test
    void tellsSeedsApart() {
        Meters one = new Meters(1, 1, IntervalLength.HOUR, MADRID);
        Meters other = new Meters(2, 1, IntervalLength.HOUR, MADRID);
        assertThat(new Simulation(one, List.of()).energy(1, FIRST))
                .isNotEqualTo(new Simulation(other, List.of()).energy(1, FIRST));
    }

    @Test
    void usesAboutTheSameEnergyInWhateverIntervalsItIsMeasured() {
        double[] totals = Arrays.stream(IntervalLength.values())
                .mapToDouble(length -> total(new Meters(3, 200, length, MADRID)))
                .toArray();
        assertThat(totals[0]).isCloseTo(totals[2], withinPercentage(3));
        assertThat(totals[1]).isCloseTo(totals[2], withinPercentage(3));
    }

    private static double total(Meters meters) {
        double[] total = new double[1];
        Simulation simulation = new Simulation(meters, List.of());
        for (int day = 0; day < 14; day++) {
            simulation.day(meters.numbers(), FIRST.plusDays(day), (client, start, energy) -> total[0] += energy);
        }
        return total[0];
    }
}
