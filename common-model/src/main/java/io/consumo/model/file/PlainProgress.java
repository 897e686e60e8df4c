package io.consumo.model.file;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Progress as a line every few seconds, for logs. */
final class PlainProgress implements ShownProgress {

    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final String task;
    private final String unit;
    private final Consumer<String> lines;
    private long expected;
    private final LongSupplier nanos;
    private long toldAt;

    PlainProgress(String task, String unit, Consumer<String> lines) {
        this(task, unit, lines, System::nanoTime);
    }

    /** @param nanos a clock that only runs forward */
    PlainProgress(String task, String unit, Consumer<String> lines, LongSupplier nanos) {
        this.task = task;
        this.unit = unit;
        this.lines = lines;
        this.nanos = nanos;
        this.toldAt = nanos.getAsLong();
    }

    @Override
    public void expect(long steps) {
        expected = steps;
    }

    @Override
    public void at(long step) {
        long now = nanos.getAsLong();
        if (now - toldAt > PAUSE_NANOS) {
            toldAt = now;
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
