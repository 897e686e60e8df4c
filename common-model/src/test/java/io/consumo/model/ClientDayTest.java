package io.consumo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClientDayTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate ORDINARY = LocalDate.of(2026, 11, 2);
    private static final LocalDate OF_23_HOURS = LocalDate.of(2026, 3, 29);
    private static final LocalDate OF_25_HOURS = LocalDate.of(2026, 10, 25);

    @Test
    void aDayHasAsManySlotsAsTheClockGivesIt() {
        assertThat(new DayGrid(ORDINARY, MADRID, IntervalLength.HOUR).slots()).isEqualTo(24);
        assertThat(new DayGrid(OF_23_HOURS, MADRID, IntervalLength.HOUR).slots())
                .isEqualTo(23);
        assertThat(new DayGrid(OF_25_HOURS, MADRID, IntervalLength.QUARTER_HOUR).slots())
                .isEqualTo(100);
    }

    @Test
    void bandsFollowTheLocalClockWhenItChanges() {
        // One kWh an hour: the night of the short day has five hours, that of the long one seven.
        assertThat(full(OF_23_HOURS, 10_000).totals(BandHours.DEFAULT).bands())
                .containsEntry(Band.NIGHT, 50_000L)
                .containsEntry(Band.MORNING, 60_000L);
        assertThat(full(OF_25_HOURS, 10_000).totals(BandHours.DEFAULT).bands()).containsEntry(Band.NIGHT, 70_000L);
    }

    @Test
    void theFinestLengthThatCoversAnHourWholeCounts() {
        DaySlots hours = slots(ORDINARY, IntervalLength.HOUR);
        hours.put(0, 1_000, 1);
        hours.put(1, 2_000, 1);
        DaySlots quarters = slots(ORDINARY, IntervalLength.QUARTER_HOUR);
        for (int quarter = 0; quarter < 4; quarter++) {
            quarters.put(quarter, 300, 1);
        }
        quarters.put(4, 300, 1);
        ClientDay day = new ClientDay("C", ORDINARY, MADRID, List.of(hours, quarters));
        assertThat(day.totals(BandHours.DEFAULT).total()).isEqualTo(4 * 300 + 2_000);
        assertThat(day.length()).isEqualTo(IntervalLength.QUARTER_HOUR);
        assertThat(day.totals(BandHours.DEFAULT).readings()).isEqualTo(8);
        assertThat(day.totals(BandHours.DEFAULT).expectedReadings()).isEqualTo(96);
    }

    @Test
    void anHourWithoutReadingsIsMissingAndNotZero() {
        DaySlots slots = slots(ORDINARY, IntervalLength.HOUR);
        slots.put(5, 0, 1);
        ClientDay day = new ClientDay("C", ORDINARY, MADRID, List.of(slots));
        assertThat(day.hours().get(4).energy()).isNull();
        assertThat(day.hours().get(5).energy()).isZero();
        assertThat(day.totals(BandHours.DEFAULT).completeness()).isEqualTo(1 / 24.0);
    }

    @Property(tries = 200)
    void whatASlotHoldsDoesNotDependOnTheOrderOfArrival(
            @ForAll @Size(max = 12) List<@IntRange(max = 500) Integer> values) {
        DaySlots forward = slots(ORDINARY, IntervalLength.HOUR);
        DaySlots backwardTwice = slots(ORDINARY, IntervalLength.HOUR);
        values.forEach(value -> assign(forward, value));
        values.reversed().forEach(value -> assign(backwardTwice, value));
        values.forEach(value -> assign(backwardTwice, value));
        assertThat(backwardTwice).isEqualTo(forward);
    }

    /** Slot, quality, revision and energy all from one number, so that all kinds of conflict come up. */
    private static void assign(DaySlots slots, int value) {
        Quality quality = value % 2 == 0 ? Quality.MEASURED : Quality.ESTIMATED;
        slots.put(value % 3, value % 7, Precedence.rank(quality, value % 5));
    }

    private static ClientDay full(LocalDate date, int energy) {
        DaySlots slots = slots(date, IntervalLength.HOUR);
        for (int slot = 0; slot < slots.size(); slot++) {
            slots.put(slot, energy, 1);
        }
        return new ClientDay("C", date, MADRID, List.of(slots));
    }

    private static DaySlots slots(LocalDate date, IntervalLength length) {
        return DaySlots.empty(length, new DayGrid(date, MADRID, length).slots());
    }
}
