package io.consumo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeenInstantsTest {

    @Property
    void tellsWhatTheCalendarTells(@ForAll Instant start, @ForAll @IntRange(min = -18, max = 18) int hours) {
        String text = start.atOffset(ZoneOffset.ofHours(hours)).toString();

        assertThat(SeenInstants.parse(text)).isEqualTo(SeenInstants.parse(text)).isEqualTo(start);
    }

    @Test
    void isRightAlsoAfterMoreThanItKeeps() {
        OffsetDateTime first = OffsetDateTime.parse("2026-10-25T00:00:00+02:00");

        for (int round = 0; round < 2; round++) {
            for (int quarter = 0; quarter <= SeenInstants.KEPT; quarter++) {
                OffsetDateTime start = first.plusMinutes(15L * quarter);
                assertThat(SeenInstants.parse(start.toString())).isEqualTo(start.toInstant());
            }
        }
    }

    @Test
    void refusesWhatIsNoDateAndTimeEachTime() {
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> SeenInstants.parse("yesterday")).isInstanceOf(DateTimeParseException.class);
        }
    }
}
