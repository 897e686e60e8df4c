package io.consumo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final OpenLoop LOOP = new OpenLoop(100, Duration.ofSeconds(1));

    /** The answers that came at once count as well as the one that kept nobody waiting. */
    @Test
    void asksOnWhetherAnswersComeOrNot() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        OpenLoop.Answers answers = LOOP.run(number -> {
            if (number == 0) {
                return first;
            }
            if (number == 99) {
                first.complete(null);
            }
            return CompletableFuture.completedFuture(null);
        });

        assertThat(answers.micros().getTotalCount()).isEqualTo(100);
        // It was answered when the last one was asked, 0.99 s after it was due.
        assertThat(answers.micros().getMaxValue()).isGreaterThan(980_000);
    }

    @Test
    void countsWhatIsRefused() {
        OpenLoop.Answers answers = LOOP.run(number -> number % 10 == 0
                ? CompletableFuture.failedFuture(new IllegalStateException("503"))
                : CompletableFuture.completedFuture(null));

        assertThat(answers.refused()).isEqualTo(10);
        assertThat(answers.micros().getTotalCount()).isEqualTo(100);
    }
}
