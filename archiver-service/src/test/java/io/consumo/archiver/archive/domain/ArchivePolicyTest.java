package io.consumo.archiver.archive.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.archiver.archive.domain.DueDay.Delay;
import io.consumo.archiver.archive.domain.DueDay.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchivePolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final ArchivePolicy POLICY = new ArchivePolicy(30, Duration.ofHours(24));

    @Test
    void keepsTodayAndThirtyDaysBefore() {
        assertThat(POLICY.before(TODAY, 30)).isEqualTo("2026-10-25");
        assertThat(due(day("2026-10-24"), day("2026-10-25")))
                .extracting(DueDay::day)
                .containsExactly(LocalDate.parse("2026-10-24"));
    }

    @Test
    void refusesToReachIntoTheWindow() {
        assertThatThrownBy(() -> POLICY.before(TODAY, 29))
                .isInstanceOf(OlderThanOutOfRange.class)
                .hasMessage("olderThan must be from 30 (the active window, CONSUMO_WINDOW_DAYS) to 7305 days, was 29");
    }

    @Test
    void refusesAnAgeThatNoReadingCanHave() {
        assertThat(POLICY.before(TODAY, 7305)).isEqualTo("2006-11-24");
        assertThatThrownBy(() -> POLICY.before(TODAY, 7306)).isInstanceOf(OlderThanOutOfRange.class);
    }

    @Test
    void letsADayGoWhenNothingWasWrittenForADay() {
        assertThat(due(writtenAt(NOW.minus(Duration.ofHours(24)))).getFirst().delay())
                .isNull();
    }

    @Test
    void hasADayWaitThatWasWrittenToWithinTheLastDay() {
        Instant written = NOW.minus(Duration.ofHours(24)).plusMillis(1);
        assertThat(due(writtenAt(written)).getFirst().delay())
                .isEqualTo(new Delay(Reason.WRITTEN_RECENTLY, NOW.plusMillis(1)));
    }

    @Test
    void listsTheOldestFirst() {
        assertThat(due(day("2026-09-02"), day("2026-08-30"), day("2026-09-01")))
                .extracting(due -> due.day().toString())
                .containsExactly("2026-08-30", "2026-09-01", "2026-09-02");
    }

    @Test
    void refusesASenselessPolicy() {
        assertThatThrownBy(() -> new ArchivePolicy(0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArchivePolicy(30, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<DueDay> due(StoredDay... days) {
        return POLICY.due(List.of(days), POLICY.before(TODAY, 30), NOW);
    }

    private static StoredDay day(String day) {
        return new StoredDay(LocalDate.parse(day), 50, 50, 65_536, Instant.parse("2026-10-01T00:00:00Z"), true);
    }

    private static StoredDay writtenAt(Instant written) {
        return new StoredDay(LocalDate.parse("2026-09-01"), 50, 50, 65_536, written, true);
    }
}
