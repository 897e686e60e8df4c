package io.consumo.api.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.TestClock;
import io.consumo.api.consumption.WrittenDays;
import io.consumo.model.BandHours;
import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import io.consumo.model.api.LoadPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentLoadTest {

    private final StubLoad stub = new StubLoad();
    private final StubWritten written = new StubWritten();

    @Test
    void comparesAWeekdaysHourWithWeekdaysOnly() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        for (int back = 0; back <= 30; back++) {
            LocalDate day = tuesday.minusDays(back);
            boolean weekend = day.getDayOfWeek().getValue() >= 6;
            stub.put(day, weekend ? 90_000 : 10_000L * back, 1);
        }

        LoadPoint now = last(Instant.parse("2026-11-24T11:30:00Z"), 1).getFirst();

        // Weekdays lie 1, 4 to 8, 11 to 15, 18 to 22, 25 to 29 days back: 21 of them, the middle one 15.
        assertThat(now.usualKwh()).isEqualByComparingTo("15");
        assertThat(now.usualLowKwh()).isEqualByComparingTo("5");
        assertThat(now.usualHighKwh()).isEqualByComparingTo("27");
        assertThat(now.kwh()).isEqualByComparingTo("0");
    }

    @Test
    void saysNothingUsualOfTooLittleHistory() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        for (int back = 1; back <= 3; back++) {
            stub.put(tuesday.minusWeeks(back), 10_000, 1);
        }
        assertThat(last(Instant.parse("2026-11-24T11:30:00Z"), 1).getFirst().usualKwh())
                .isNull();

        stub.put(tuesday.minusWeeks(4), 10_000, 1);
        assertThat(last(Instant.parse("2026-11-24T11:30:00Z"), 1).getFirst().usualKwh())
                .isEqualByComparingTo("1");
    }

    @Test
    void countsDaysOnWhichFewerClientsReportedLikeTheOthers() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        for (int back = 1; back <= 4; back++) {
            stub.put(tuesday.minusWeeks(back), 30_000L * back, 3 * back);
        }
        stub.clients = 10;

        LoadPoint now = last(Instant.parse("2026-11-24T11:30:00Z"), 1).getFirst();

        assertThat(now.usualLowKwh()).isEqualByComparingTo("10");
        assertThat(now.usualHighKwh()).isEqualByComparingTo("10");
    }

    @Test
    void goesThroughTheHourThatComesTwice() {
        stub.put(LocalDate.of(2026, 10, 25), 10_000, 1);

        List<LoadPoint> hours = last(Instant.parse("2026-10-25T02:10:00Z"), 4);

        assertThat(hours.stream().map(hour -> hour.start().toString()))
                .containsExactly(
                        "2026-10-25T01:00+02:00",
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T03:00+01:00");
    }

    @Test
    void leavesHoursOpenOfWhichNothingCame() {
        List<LoadPoint> hours = last(Instant.parse("2026-11-24T11:30:00Z"), 30);

        assertThat(hours).hasSize(30).allSatisfy(hour -> {
            assertThat(hour.kwh()).isNull();
            assertThat(hour.completeness()).isZero();
        });
    }

    @Test
    void sumsOnlyTheDaysAgainThatWereWrittenTo() {
        LocalDate tuesday = LocalDate.of(2026, 11, 24);
        tuesday.minusDays(30).datesUntil(tuesday).forEach(day -> written.writes.put(day, 0L));
        CurrentLoad load = load(Instant.parse("2026-11-24T11:30:00Z"));
        load.last(1);
        assertThat(stub.summed).hasSize(30 + 2);

        stub.summed.clear();
        load.last(1);
        assertThat(stub.summed).isEmpty();

        written.writes.put(tuesday.minusDays(9), 1L);
        load.last(1);
        assertThat(stub.summed).containsExactlyInAnyOrder(tuesday.minusDays(9), tuesday.minusDays(1), tuesday);

        stub.summed.clear();
        written.arrivals++;
        load.last(1);
        assertThat(stub.summed).containsExactlyInAnyOrder(tuesday.minusDays(1), tuesday);
    }

    private List<LoadPoint> last(Instant now, int hours) {
        return load(now).last(hours);
    }

    private CurrentLoad load(Instant now) {
        ConsumoProperties consumo = new ConsumoProperties(TestClock.MADRID, BandHours.DEFAULT, 30);
        OverviewProperties settings = new OverviewProperties(Duration.ZERO, Duration.ZERO, 4, 744, "EUR");
        return new CurrentLoad(
                stub, new SummedDays(stub, written), written, consumo, settings, new TestClock.Turned(now));
    }

    private static final class StubWritten implements WrittenDays {

        private final Map<LocalDate, Long> writes = new HashMap<>();
        private long arrivals;

        @Override
        public long arrivals() {
            return arrivals;
        }

        @Override
        public Map<LocalDate, Long> writes() {
            return Map.copyOf(writes);
        }

        @Override
        public boolean allFollowed() {
            return true;
        }
    }

    /** Days whose hours are all alike. */
    private static final class StubLoad implements LoadQuery {

        private final Map<LocalDate, DayLoad> days = new HashMap<>();
        private final List<LocalDate> summed = new ArrayList<>();
        private int clients = 1;

        void put(LocalDate day, long energy, int reporting) {
            int hours = new DayGrid(day, TestClock.MADRID, IntervalLength.HOUR).slots();
            days.put(
                    day,
                    new DayLoad(
                            day,
                            IntStream.range(0, hours)
                                    .mapToObj(hour -> new DayLoad.Hour(energy, reporting, reporting))
                                    .toList()));
        }

        @Override
        public Map<LocalDate, DayLoad> days(LocalDate from, LocalDate to) {
            Map<LocalDate, DayLoad> found = new HashMap<>();
            from.datesUntil(to.plusDays(1)).forEach(day -> {
                summed.add(day);
                found.put(day, days.getOrDefault(day, empty(day)));
            });
            return found;
        }

        private static DayLoad empty(LocalDate day) {
            int hours = new DayGrid(day, TestClock.MADRID, IntervalLength.HOUR).slots();
            return new DayLoad(day, Collections.nCopies(hours, DayLoad.Hour.NONE));
        }

        @Override
        public int clientsSince(LocalDate day) {
            return clients;
        }

        @Override
        public @Nullable Instant lastReadingAt() {
            return null;
        }
    }
}
