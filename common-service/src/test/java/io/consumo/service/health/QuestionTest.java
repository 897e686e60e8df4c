package io.consumo.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isAnswered() {
        Question<Integer> question = new Question<>(asked::incrementAndGet);
        assertThat(question.ask(LONG).join().value()).isEqualTo(1);
        assertThat(question.ask(LONG).join().value()).isEqualTo(2);
    }

    @Test
    void saysWhyItIsNotAnswered() {
        Question<Integer> question = new Question<>(() -> {
            throw new IllegalStateException("connection refused");
        });
        assertThat(question.ask(LONG).join().failure()).isEqualTo("connection refused");
    }

    @Test
    void isNotWaitedForLongerThanWantedNorPutAgainMeanwhile() {
        CountDownLatch answer = new CountDownLatch(1);
        Question<Integer> question = new Question<>(() -> {
            await(answer);
            return asked.incrementAndGet();
        });
        for (int i = 0; i < 5; i++) {
            assertThat(question.ask(SHORT).join().failure()).isEqualTo("no answer within 30 ms");
        }
        answer.countDown();
        // The one that was under way, one for all that came meanwhile, and this one, if that was begun before it.
        assertThat(question.ask(LONG).join().value()).isBetween(2, 3);
    }

    @Test
    void anAnswerIsNeverOlderThanTheCall() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        Question<Integer> question = new Question<>(() -> {
            int value = asked.incrementAndGet();
            begun.countDown();
            await(answer);
            return value;
        });
        var early = question.ask(LONG);
        begun.await();
        var late = question.ask(LONG);
        answer.countDown();
        assertThat(early.join().value()).isEqualTo(1);
        assertThat(late.join().value()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
