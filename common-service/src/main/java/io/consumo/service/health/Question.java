package io.consumo.service.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A question to something that may not answer. It is put in the background, and not again before it was answered: nobody
 * waits longer than wanted, and no questions pile up.
 */
public final class Question<T> {

    private static final Executor BACKGROUND =
            question -> Thread.ofVirtual().name("question").start(question);

    private final Supplier<T> question;
    private CompletableFuture<T> newest = CompletableFuture.failedFuture(new IllegalStateException("never asked"));
    private boolean begun = true;

    public Question(Supplier<T> question) {
        this.question = question;
    }

    /** Either is null: what was answered, or why nothing was. */
    public record Answer<T>(@Nullable T value, @Nullable String failure) {}

    /** Completes normally, and in time. */
    public CompletableFuture<Answer<T>> ask(Duration patience) {
        return put().handle((value, failure) ->
                        failure == null ? new Answer<>(value, null) : new Answer<T>(null, reason(failure)))
                .completeOnTimeout(
                        new Answer<>(null, "no answer within " + patience.toMillis() + " ms"),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** A question that was begun before may be answered with what was true before this one was asked. */
    private synchronized CompletableFuture<T> put() {
        if (begun) {
            begun = false;
            newest = newest.handleAsync((value, failure) -> begin(), BACKGROUND);
        }
        return newest;
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    private T begin() {
        synchronized (this) {
            begun = true;
        }
        return question.get();
    }
}
