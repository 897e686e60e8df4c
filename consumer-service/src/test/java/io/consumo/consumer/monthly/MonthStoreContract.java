package io.consumo.consumer.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.store.MonthDays;
import io.consumo.model.store.MonthDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every store of months promises. */
public interface MonthStoreContract {

    MonthStore store();

    @Test
    default void returnsWhatWasWritten() {
        MonthDocument month = month("returned", 120, 1);
        store().write(List.of(month, month("another", 5, 1)));
        assertThat(store().find(List.of(month.id()))).containsExactly(month);
    }

    @Test
    default void findsNothingForAnUnknownId() {
        assertThat(store().find(List.of("nobody:2026-10"))).isEmpty();
    }

    @Test
    default void aGreaterRevisionReplacesWhatIsThere() {
        store().write(List.of(month("replaced", 1, 1)));
        store().write(List.of(month("replaced", 2, 2)));
        assertThat(store().find(List.of("replaced:2026-10")))
                .extracting(MonthDocument::total)
                .containsExactly(2L);
    }

    @Test
    default void aLowerRevisionChangesNothingAndHarmsNoOther() {
        store().write(List.of(month("guarded", 2, 2)));
        store().write(List.of(month("guarded", 1, 1), month("bystander", 3, 1)));
        assertThat(store().find(List.of("guarded:2026-10", "bystander:2026-10")))
                .extracting(MonthDocument::total)
                .containsExactlyInAnyOrder(2L, 3L);
    }

    private static MonthDocument month(String client, long total, long revision) {
        MonthDays.Day day =
                new MonthDays.Day(60, total, total, 0, 0, 0, 2, 24, 1, 0b10, Arrays.asList(total, null, 0L));
        return new MonthDocument(
                MonthDocument.idOf(client, "2026-10"),
                client,
                "2026-10",
                total,
                total,
                0,
                0,
                0,
                1,
                MonthDays.of(new TreeMap<>(Map.of(3, day))),
                MonthDocument.HourProfile.of(List.of(1L), List.of((double) total), List.of(0.5)),
                MonthDocument.HourProfile.of(List.of(), List.of(), List.of()),
                42,
                revision);
    }
}
