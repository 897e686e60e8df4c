package io.consumo.consumer.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RushTest {

    private static final int LARGE = 100;

    private long now = -Duration.ofHours(1).toNanos();
    private final Rush rush = new Rush(LARGE, Duration.ofSeconds(60), () -> now);

    @Test
    void smallBatchesAreFollowedAtOnce() {
        assertThat(rush.isWorthWaitingFor()).isFalse();
        rush.stored(LARGE - 1);
        assertThat(rush.isWorthWaitingFor()).isFalse();
    }

    @Test
    void isOverWhenNoMoreComes() {
        rush.stored(LARGE);
        pass(Duration.ofMillis(499));
        assertThat(rush.isWorthWaitingFor()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(rush.isWorthWaitingFor()).isFalse();
    }

    @Test
    void nobodyWaitsLongerHoweverMuchComes() {
        for (int tenth = 0; tenth < 600; tenth++) {
            rush.stored(LARGE);
            assertThat(rush.isWorthWaitingFor()).isTrue();
            pass(Duration.ofMillis(100));
        }
        rush.stored(LARGE);
        assertThat(rush.isWorthWaitingFor()).isFalse();
    }

    @Test
    void theNextOneIsWaitedForWhenAllOfThisOneIsFollowed() {
        rush.stored(LARGE);
        pass(Duration.ofSeconds(61));
        rush.stored(LARGE);
        assertThat(rush.isWorthWaitingFor()).isFalse();

        rush.end();
        rush.stored(LARGE);
        assertThat(rush.isWorthWaitingFor()).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
