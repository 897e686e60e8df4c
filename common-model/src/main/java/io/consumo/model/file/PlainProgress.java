package io.consumo.model.file;

import java.util.Locale;
import java.util.function.Consumer;

/** Progress as a line every few seconds, for logs. */
final class PlainProgress implements ShownProgress {

    private static final long PAUSE_NANOS = 5_000_000_000L;
    private static final int LOOK_EVERY = 1024;

    private final String task;
    private final String unit;
    private final Consumer<String> lines;
    private long expected;
    private long calls;
    private long toldAt = System.nanoTime();

    PlainProgress(String task, String unit, Consumer<String> lines) {
        this.task = task;
        this.unit = unit;
        this.lines = lines;
    }

    @Override
    public void expect(long steps) {
        expected = steps;
    }

    @Override
    public void at(long step) {
        if (++calls % LOOK_EVERY == 0 && System.nanoTime() - toldAt > PAUSE_NANOS) {
            toldAt = System.nanoTime();
            lines.accept(
                    expected > 0
                            ? String.format(
                                    Locale.ROOT, "%s: %d %% of %,d %s", task, 100 * step / expected, expected, unit)
                            : String.format(Locale.ROOT, "%s: %,d %s", task, step, unit));
        }
    }

    @Override
    public void close() {}
}
