package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicLong seconds = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void isMadeOnceAsLongAsItIsFresh() {
        Remembered<Integer> value = remembered(Duration.ofSeconds(10), 0);

        assertThat(value.get()).isEqualTo(1);
        seconds.set(9);
        assertThat(value.get()).isEqualTo(1);
    }

    @Test
    void givesTheOldOneWhileTheNewOneIsMade() {
        Remembered<Integer> value = remembered(Duration.ofSeconds(10), 0);
        value.get();

        seconds.set(11);
        assertThat(value.get()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(value.get()).isEqualTo(2));
    }

    @Test
    void makesOneWaitForWhatIsTooOld() {
        Remembered<Integer> value = remembered(Duration.ofSeconds(10), 0);
        value.get();

        seconds.set(20);
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void keepsLongerWhatIsCostly() {
        Remembered<Integer> value = remembered(Duration.ofSeconds(10), 4);
        value.get();

        seconds.addAndGet(79);
        assertThat(value.get()).isEqualTo(1);
        assertThat(made).hasValue(1);
    }

    @Test
    void isMadeEachTimeWhenNothingMayBeKept() {
        Remembered<Integer> value = remembered(Duration.ZERO, 4);

        assertThat(value.get()).isEqualTo(1);
        assertThat(value.get()).isEqualTo(2);
    }

    @Test
    void isMadeOnceForAllThatWaitAndSoIsAFailure() {
        CountDownLatch asked = new CountDownLatch(1);
        Remembered<Integer> value = Remembered.briefly(Duration.ofMinutes(1), () -> {
            awaitQuietly(asked);
            throw new IllegalStateException("failure " + made.incrementAndGet());
        });
        List<Future<Integer>> answers = new ArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        for (int asker = 0; asker < 20; asker++) {
            FutureTask<Integer> answer = new FutureTask<>(value::get);
            answers.add(answer);
            waiting.add(Thread.ofPlatform().start(answer));
        }
        await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        asked.countDown();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(catchThrowable(answer::get)).hasMessageContaining("failure 1"));
        assertThat(made).hasValue(1);
    }

    @Test
    void forgetsAFailure() {
        AtomicInteger attempts = new AtomicInteger();
        Remembered<Integer> value = Remembered.briefly(Duration.ofMinutes(1), () -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("down");
            }
            return 7;
        });
        assertThat(catchThrowable(value::get)).hasMessage("down");
        assertThat(value.get()).isEqualTo(7);
    }

    private Remembered<Integer> remembered(Duration freshFor, int costSeconds) {
        return new Remembered<>(
                freshFor,
                () -> {
                    seconds.addAndGet(costSeconds);
                    return made.incrementAndGet();
                },
                20,
                () -> Duration.ofSeconds(seconds.get()).toNanos());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
