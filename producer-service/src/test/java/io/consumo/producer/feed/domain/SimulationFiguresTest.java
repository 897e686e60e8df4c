package io.consumo.producer.feed.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.IntervalLength;
import io.consumo.producer.feed.domain.ClientProfile.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the simulated meters against what 622 British homes (March to May) and 990 Slovak businesses measured: the
 * median lies in the middle half of theirs, and nearly all lie within what any of theirs do.
 */
class SimulationFiguresTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int DAYS = 92;

    /** One meter's readings of the range, hour by hour. */
    private record Meter(List<int[]> days) {

        double[] dailyKwh() {
            return days.stream()
                    .mapToDouble(day -> Arrays.stream(day).sum() / 10_000.0)
                    .toArray();
        }

        double[] hours() {
            return days.stream()
                    .flatMapToInt(Arrays::stream)
                    .mapToDouble(energy -> energy / 10_000.0)
                    .toArray();
        }

        double kwhPerDay() {
            return mean(dailyKwh());
        }

        double dailyVariation() {
            return variation(dailyKwh());
        }

        double hourlyVariation() {
            return variation(hours());
        }

        double nightOverMean() {
            return meanOf(0, 6) / mean(hours());
        }

        double eveningOverMean() {
            return meanOf(17, 23) / mean(hours());
        }

        double weekendOverWeekday() {
            double[] daily = dailyKwh();
            double weekend = IntStream.range(0, daily.length)
                    .filter(Meter::isWeekend)
                    .mapToDouble(day -> daily[day])
                    .average()
                    .orElseThrow();
            double weekday = IntStream.range(0, daily.length)
                    .filter(day -> !isWeekend(day))
                    .mapToDouble(day -> daily[day])
                    .average()
                    .orElseThrow();
            return weekend / weekday;
        }

        double largestHour() {
            return Arrays.stream(hours()).max().orElseThrow();
        }

        private static boolean isWeekend(int day) {
            return FIRST.plusDays(day).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        }

        private double meanOf(int from, int to) {
            return days.stream()
                    .flatMapToInt(day -> Arrays.stream(day, from, to))
                    .mapToDouble(energy -> energy / 10_000.0)
                    .average()
                    .orElseThrow();
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .average()
                        .orElseThrow())
                / mean;
    }

    private static List<Meter> fleet(long seed, Kind kind) {
        Meters meters = new Meters(seed, 1500, IntervalLength.HOUR, ZoneId.of("UTC"));
        Simulation simulation = new Simulation(meters, List.of());
        return IntStream.of(meters.numbers())
                .filter(client -> ClientProfile.of(seed, client).kind() == kind)
                .limit(300)
                .mapToObj(client -> new Meter(IntStream.range(0, DAYS)
                        .mapToObj(day -> simulation.energy(client, FIRST.plusDays(day)))
                        .toList()))
                .toList();
    }

    private static void assertSpread(
            List<Meter> fleet, ToDoubleFunction<Meter> figure, double p5, double p50, double p95, double tolerance) {
        double[] sorted = fleet.stream().mapToDouble(figure).sorted().toArray();
        double median = sorted[sorted.length / 2];
        assertThat(median).as("median").isBetween(p50 * (1 - tolerance), p50 * (1 + tolerance));
        assertThat(sorted[sorted.length / 20]).as("5th percentile").isBetween(p5 * 0.7, p50);
        assertThat(sorted[sorted.length - 1 - sorted.length / 20])
                .as("95th percentile")
                .isBetween(p50, p95 * 1.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 2026})
    void homesAreLikeRealOnes(long seed) {
        List<Meter> homes = fleet(seed, Kind.HOME);
        assertSpread(homes, Meter::kwhPerDay, 4.0, 9.4, 21.3, 0.15);
        assertSpread(homes, Meter::dailyVariation, 0.13, 0.23, 0.45, 0.2);
        assertSpread(homes, Meter::hourlyVariation, 0.58, 0.91, 1.40, 0.15);
        assertSpread(homes, Meter::nightOverMean, 0.23, 0.45, 0.76, 0.2);
        assertSpread(homes, Meter::eveningOverMean, 1.12, 1.50, 1.97, 0.2);
        assertSpread(homes, Meter::weekendOverWeekday, 0.86, 1.03, 1.29, 0.1);
        assertSpread(homes, Meter::largestHour, 1.3, 3.1, 6.1, 0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 2026})
    void businessesAreLikeRealOnes(long seed) {
        List<Meter> businesses = fleet(seed, Kind.BUSINESS);
        assertSpread(businesses, Meter::kwhPerDay, 14.3, 60, 259, 0.25);
        assertSpread(businesses, Meter::dailyVariation, 0.07, 0.25, 0.88, 0.3);
        assertSpread(businesses, Meter::nightOverMean, 0.19, 0.45, 2.12, 0.4);
    }

    @Test
    void mostClientsAreHomes() {
        long homes = IntStream.rangeClosed(1, 5000)
                .filter(client -> ClientProfile.of(42, client).kind() == Kind.HOME)
                .count();
        assertThat(homes).isBetween(4100L, 4500L);
    }

    @Test
    void winterTakesMoreThanSummer() {
        double january = monthlyMean(LocalDate.of(2026, 1, 1));
        double june = monthlyMean(LocalDate.of(2026, 6, 1));
        assertThat(january / june).isBetween(1.2, 1.6);
    }

    private static double monthlyMean(LocalDate first) {
        Meters meters = new Meters(5, 300, IntervalLength.HOUR, ZoneId.of("UTC"));
        Simulation simulation = new Simulation(meters, List.of());
        return IntStream.of(meters.numbers())
                .filter(client -> ClientProfile.of(5, client).kind() == Kind.HOME)
                .mapToDouble(client -> IntStream.range(0, 28)
                        .mapToDouble(day -> Arrays.stream(simulation.energy(client, first.plusDays(day)))
                                .sum())
                        .sum())
                .average()
                .orElseThrow();
    }

    @Test
    void someHomesStandEmptyAndMeasureNothing() {
        List<Meter> secondHomes = fleet(42, Kind.SECOND_HOME);
        assertThat(secondHomes).isNotEmpty().allSatisfy(meter -> assertThat(
                        Arrays.stream(meter.dailyKwh()).filter(kwh -> kwh == 0))
                .hasSizeGreaterThan(DAYS / 2));
    }
}
