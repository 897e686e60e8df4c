package io.consumo.consumer.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.InstallationProperties;
import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.store.MonthDocument;
import io.consumo.model.store.MonthDocument.HourProfile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UpdateMonthsTest implements MonthStoreContract {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    private final InMemoryMonthStore store = new InMemoryMonthStore();
    private final UpdateMonths update = new UpdateMonths(store, new InstallationProperties(UTC, BandHours.DEFAULT, 30));

    @Override
    public MonthStore store() {
        return store;
    }

    @Test
    void aDayThatChangesReplacesItselfInTheMonth() {
        update.update(List.of(day(0, 100), day(1, 200)), List.of(), List.of(), 1);
        update.update(List.of(day(1, 300)), List.of(), List.of(), 2);
        MonthDocument month = month();
        assertThat(month.total()).isEqualTo(24 * 400);
        assertThat(month.night()).isEqualTo(6 * 400);
        assertThat(month.days().byNumber()).hasSize(2);
    }

    @Test
    void keepsTheProfileOfWeekdaysAndWeekendsApart() {
        // 1 and 2 October 2026 are a Thursday and a Friday, the 3rd a Saturday.
        update.update(List.of(day(0, 100), day(1, 300), day(2, 999)), List.of(), List.of(), 1);
        assertThat(month().weekday()).isEqualTo(each(2, 200, 100));
        assertThat(month().weekend()).isEqualTo(each(1, 999, 0));
    }

    private static HourProfile each(int days, double mean, double spread) {
        return HourProfile.of(
                Collections.nCopies(24, (long) days), Collections.nCopies(24, mean), Collections.nCopies(24, spread));
    }

    @Property(tries = 50)
    void theMonthDoesNotDependOnTheOrderOrTheBatchesOfItsDays(@ForAll long seed) {
        Random random = new Random(seed);
        List<ClientDay> days = new ArrayList<>();
        for (int index = 0; index < 20; index++) {
            days.add(day(index, random.nextInt(1_000)));
        }
        InMemoryMonthStore whole = new InMemoryMonthStore();
        updating(whole).update(days, List.of(), List.of(), 1);
        MonthDocument atOnce = whole.find(List.of("C:2026-10")).getFirst();
        InMemoryMonthStore other = new InMemoryMonthStore();
        UpdateMonths piecemeal = updating(other);
        Collections.shuffle(days, random);
        days.forEach(day -> piecemeal.update(List.of(day), List.of(), List.of(), 1 + days.indexOf(day)));
        assertThat(other.find(List.of(atOnce.id())).getFirst())
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(atOnce);
    }

    private static UpdateMonths updating(MonthStore store) {
        return new UpdateMonths(store, new InstallationProperties(UTC, BandHours.DEFAULT, 30));
    }

    private MonthDocument month() {
        return store.find(List.of("C:2026-10")).getFirst();
    }

    private static ClientDay day(int index, int energy) {
        DaySlots slots = DaySlots.empty(IntervalLength.HOUR, 24);
        for (int hour = 0; hour < 24; hour++) {
            slots.put(hour, energy, 1);
        }
        return new ClientDay("C", FIRST.plusDays(index), UTC, List.of(slots));
    }
}
