package io.consumo.consumer.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.Episode;
import io.consumo.consumer.detection.domain.RuleBook;
import io.consumo.model.ClientDay;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The shipped rules on days as meters report them: in any length, partly estimated, of clients hardly known. */
class RulesOnMeteredDaysTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate BEGIN = Days.FIRST.plusDays(28);
    private static final Detector DETECTOR = new Detector(shipped(), 30, 14, 7);

    @ParameterizedTest
    @EnumSource(IntervalLength.class)
    void findTheSameInEveryLength(IntervalLength length) {
        assertThat(found(28, length, (hour, kwh) -> kwh)).isEmpty();
        assertThat(found(28, length, (hour, kwh) -> 0.03 * kwh)).containsExactly("fraud.drop");
        assertThat(found(28, length, (hour, kwh) -> 0.375)).containsExactly("fraud.flat");
        assertThat(found(28, length, (hour, kwh) -> kwh + (hour >= 20 || hour < 8 ? 3 : 0)))
                .containsExactly("plantation");
        assertThat(found(28, length, (hour, kwh) -> kwh + (hour < 6 ? 3 : 0))).containsExactly("night_pattern");
        assertThat(found(28, length, (hour, kwh) -> 3.5 * kwh)).containsExactly("spike");
        assertThat(found(28, length, (hour, kwh) -> hour < 6 || hour > 20 ? 0 : kwh))
                .containsExactly("fraud.zero");
    }

    @ParameterizedTest
    @EnumSource(IntervalLength.class)
    void findItFromFourteenDaysOfHistoryOn(IntervalLength length) {
        assertThat(found(14, length, (hour, kwh) -> 0.03 * kwh)).containsExactly("fraud.drop");
        assertThat(found(14, length, (hour, kwh) -> kwh + (hour >= 20 || hour < 8 ? 3 : 0)))
                .containsExactly("plantation");
    }

    /** The ten days from 21 October on hold the one of 25 hours. */
    @ParameterizedTest
    @EnumSource(IntervalLength.class)
    void findTheSameWhereTheClockIsTurnedBack(IntervalLength length) {
        assertThat(found(44, length, (hour, kwh) -> kwh)).isEmpty();
        assertThat(found(44, length, (hour, kwh) -> 0.03 * kwh)).containsExactly("fraud.drop");
        assertThat(found(44, length, (hour, kwh) -> kwh + (hour >= 20 || hour < 8 ? 3 : 0)))
                .containsExactly("plantation");
    }

    @Test
    void knowTooLittleOfAClientWithFewerDays() {
        assertThat(found(5, IntervalLength.HOUR, (hour, kwh) -> 0.03 * kwh)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(IntervalLength.class)
    void estimatedSlotsAreNoEvidence(IntervalLength length) {
        List<DayCurve> days = ordinary(28, length);
        for (int day = 0; day < 10; day++) {
            days.add(metered(BEGIN.plusDays(day), length, Quality.ESTIMATED, hour -> 0.01));
        }
        assertThat(judged(days)).isEmpty();
        assertThat(days.getLast().present()).isZero();
    }

    @Test
    void anHourOfWhichAQuarterIsEstimatedIsNoEvidence() {
        DayGrid grid = new DayGrid(BEGIN, MADRID, IntervalLength.QUARTER_HOUR);
        DaySlots slots = DaySlots.empty(IntervalLength.QUARTER_HOUR, grid.slots());
        IntStream.range(0, slots.size())
                .forEach(slot ->
                        slots.put(slot, 1_000, Precedence.rank(slot == 41 ? Quality.ESTIMATED : Quality.MEASURED, 1)));
        DayCurve curve = DayCurve.of(new ClientDay("C", BEGIN, MADRID, List.of(slots)));
        assertThat(IntStream.range(0, DayCurve.HOURS).filter(hour -> !curve.has(hour)))
                .containsExactly(10);
    }

    @Test
    void aDayWithoutOneOfItsQuartersIsNotTakenForLess() {
        List<DayCurve> days = ordinary(28, IntervalLength.QUARTER_HOUR);
        for (int day = 0; day < 10; day++) {
            LocalDate date = BEGIN.plusDays(day);
            DayCurve ordinary = Days.ordinary(date, 1).getFirst();
            DaySlots slots = slots(date, IntervalLength.QUARTER_HOUR, Quality.MEASURED, ordinary::kwh);
            DaySlots halved = DaySlots.empty(IntervalLength.QUARTER_HOUR, slots.size());
            for (int slot = 0; slot < slots.size(); slot += 2) {
                halved.put(slot, slots.energy(slot), Precedence.rank(Quality.MEASURED, 1));
            }
            days.add(DayCurve.of(new ClientDay("C", date, MADRID, List.of(halved))));
        }
        assertThat(judged(days)).isEmpty();
    }

    /** What is found in ten changed days after so many ordinary ones. */
    private static List<String> found(int history, IntervalLength length, Days.HourChange change) {
        List<DayCurve> days = ordinary(history, length);
        Days.changed(Days.FIRST.plusDays(history), 10, change)
                .forEach(day -> days.add(metered(day.day(), length, Quality.MEASURED, day::kwh)));
        return judged(days);
    }

    private static List<String> judged(List<DayCurve> days) {
        return DETECTOR.judge(Baseline.NONE, days).episodes().stream()
                .map(Episode::rule)
                .map(rule -> rule.key())
                .toList();
    }

    private static List<DayCurve> ordinary(int count, IntervalLength length) {
        List<DayCurve> days = new ArrayList<>();
        Days.ordinary(Days.FIRST, count)
                .forEach(day -> days.add(metered(day.day(), length, Quality.MEASURED, day::kwh)));
        return days;
    }

    private static DayCurve metered(
            LocalDate day, IntervalLength length, Quality quality, java.util.function.IntToDoubleFunction kwhOfHour) {
        return DayCurve.of(new ClientDay("C", day, MADRID, List.of(slots(day, length, quality, kwhOfHour))));
    }

    /** Each hour's energy in its slots, unevenly. */
    private static DaySlots slots(
            LocalDate day, IntervalLength length, Quality quality, java.util.function.IntToDoubleFunction kwhOfHour) {
        DayGrid grid = new DayGrid(day, MADRID, length);
        DaySlots slots = DaySlots.empty(length, grid.slots());
        for (int slot = 0; slot < slots.size(); slot++) {
            int parts = length.perHour() * (length.perHour() + 1) / 2;
            int part = 1 + slot % length.perHour();
            int energy = (int)
                    Math.round(10_000 * kwhOfHour.applyAsDouble(grid.start(slot).getHour()));
            slots.put(slot, energy * part / parts, Precedence.rank(quality, 1));
        }
        return slots;
    }

    private static RuleBook shipped() {
        StandardEnvironment environment = new StandardEnvironment();
        try {
            new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Binder.get(environment)
                .bind("consumo.rules", RuleProperties.class)
                .get()
                .book();
    }
}
