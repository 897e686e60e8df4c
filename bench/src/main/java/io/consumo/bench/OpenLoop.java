package io.consumo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks at a steady rate, whether answers come or not. An answer's time counts from when its question was due, so that a
 * pause counts for all that had to wait.
 */
record OpenLoop(int perSecond, Duration duration) {

    private static final int DIGITS = 3;
    private static final long NANOS = 1_000_000_000;

    /**
     * What came back.
     *
     * @param micros of all, in microseconds
     * @param refused how many were no answers
     */
    record Answers(Histogram micros, long refused) {}

    Answers run(LongFunction<CompletableFuture<Void>> question) {
        Histogram micros = new ConcurrentHistogram(DIGITS);
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        for (long number = 0; number < perSecond * duration.toSeconds(); number++) {
            long due = begun + number * NANOS / perSecond;
            for (long ahead = due - System.nanoTime(); ahead > 0; ahead = due - System.nanoTime()) {
                LockSupport.parkNanos(ahead);
            }
            answers.add(question.apply(number).handle((answer, failure) -> {
                micros.recordValue((System.nanoTime() - due) / 1000);
                return failure == null;
            }));
        }
        long answered = answers.stream().filter(CompletableFuture::join).count();
        return new Answers(micros, answers.size() - answered);
    }
}
