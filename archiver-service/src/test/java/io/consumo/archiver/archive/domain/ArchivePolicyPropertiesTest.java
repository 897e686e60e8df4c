package io.consumo.archiver.archive.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ArchivePolicyPropertiesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration QUIET = Duration.ofHours(24);

    @Property
    void everyDayBeforeTheWindowIsListedOnceAndNoOther(
            @ForAll("days") List<StoredDay> stored, @ForAll @IntRange(min = 1, max = 400) int window) {
        ArchivePolicy policy = new ArchivePolicy(window, QUIET);
        LocalDate before = policy.before(TODAY, window);

        assertThat(policy.due(stored, before, NOW))
                .extracting(DueDay::day)
                .containsExactlyInAnyOrderElementsOf(stored.stream()
                        .map(StoredDay::day)
                        .filter(day -> day.isBefore(TODAY.minusDays(window)))
                        .toList())
                .isSorted();
    }

    @Property
    void aDayGoesOnlyWhenItsNewestWriteIsOldEnough(@ForAll("days") List<StoredDay> stored) {
        ArchivePolicy policy = new ArchivePolicy(30, QUIET);
        for (DueDay day : policy.due(stored, TODAY.minusDays(30), NOW)) {
            assertThat(day.delay() == null)
                    .isEqualTo(Duration.between(day.newestWrite(), NOW).compareTo(QUIET) >= 0);
        }
    }

    @Property
    void withoutNewWritesADayThatMayGoStillMayLater(
            @ForAll("days") List<StoredDay> stored, @ForAll @IntRange(min = 0, max = 10_000) int minutes) {
        ArchivePolicy policy = new ArchivePolicy(30, QUIET);
        Instant later = NOW.plus(Duration.ofMinutes(minutes));

        assertThat(ready(policy, stored, later)).containsAll(ready(policy, stored, NOW));
    }

    @Property
    void aGreaterAgeListsNoMoreDays(
            @ForAll("days") List<StoredDay> stored, @ForAll @IntRange(min = 30, max = 400) int olderThan) {
        ArchivePolicy policy = new ArchivePolicy(30, QUIET);

        assertThat(policy.due(stored, policy.before(TODAY, 30), NOW))
                .containsAll(policy.due(stored, policy.before(TODAY, olderThan), NOW));
    }

    private static List<LocalDate> ready(ArchivePolicy policy, List<StoredDay> stored, Instant now) {
        return policy.due(stored, policy.before(TODAY, 30), now).stream()
                .filter(day -> day.delay() == null)
                .map(DueDay::day)
                .toList();
    }

    @Provide
    Arbitrary<List<StoredDay>> days() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 500).map(TODAY::minusDays);
        Arbitrary<Instant> writes = Arbitraries.integers()
                .between(0, 5_000)
                .edgeCases(config -> config.add(1_439, 1_440, 1_441))
                .map(minutes -> NOW.minus(Duration.ofMinutes(minutes)));
        return Combinators.combine(days, writes)
                .as((day, written) -> new StoredDay(day, 1, 1, 8_192, written, true))
                .list()
                .uniqueElements(StoredDay::day)
                .ofMaxSize(30);
    }
}
