package io.consumo.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Asks one question after the other, some hundred times or for some seconds. */
record Repeated(int times, Duration atMost) {

    private static final int DIGITS = 3;

    interface Question {
        void ask(long number) throws Exception;
    }

    /** In microseconds; the first one, which finds everything cold, does not count. */
    Histogram run(Question question) throws Exception {
        Histogram micros = new Histogram(DIGITS);
        question.ask(0);
        long begun = System.nanoTime();
        for (long number = 1; number <= times && System.nanoTime() - begun < atMost.toNanos(); number++) {
            long asked = System.nanoTime();
            question.ask(number);
            micros.recordValue((System.nanoTime() - asked) / 1000);
        }
        return micros;
    }
}
