package io.consumo.producer.feed.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    @Test
    void withoutSpeedupThePastIsOverdueAndTheFutureComesInItsTime() {
        Pace pace = new Pace(NOW, YESTERDAY, 1);
        assertThat(pace.until(YESTERDAY, NOW)).isNegative();
        assertThat(pace.until(NOW.plusSeconds(60), NOW)).hasSeconds(60);
    }

    @Test
    void withSpeedupAnHourOfThePastTakesASecond() {
        Pace pace = new Pace(NOW, YESTERDAY, 3600);
        assertThat(pace.until(YESTERDAY.plus(Duration.ofHours(3)), NOW)).hasSeconds(3);
        assertThat(pace.until(YESTERDAY.plus(Duration.ofHours(3)), NOW.plusSeconds(2)))
                .hasSeconds(1);
    }

    @Test
    void neverRunsAheadOfRealTime() {
        Pace pace = new Pace(NOW, YESTERDAY, 3600);
        assertThat(pace.until(NOW.plusSeconds(600), NOW.plusSeconds(30))).hasSeconds(570);
    }

    @Test
    void cannotRunSlowerThanTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(NOW, YESTERDAY, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(NOW, YESTERDAY, Double.NaN));
    }
}
