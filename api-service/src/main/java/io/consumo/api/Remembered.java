package io.consumo.api;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A costly value that many ask for: it is made by one thread at a time and kept for a while, the longer the more it
 * cost. For as long again the old one is given out at once while the new one is made in the background.
 */
public final class Remembered<T> {

    /** Making the value takes at most a twentieth of one processor. */
    private static final int COST_SHARE = 20;

    private final Supplier<T> source;
    private final Duration freshFor;
    private final LongSupplier nanoTime;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made<T> made;

    /** @param freshFor at least; zero to make it each time */
    public Remembered(Duration freshFor, Supplier<T> source) {
        this(freshFor, source, System::nanoTime);
    }

    Remembered(Duration freshFor, Supplier<T> source, LongSupplier nanoTime) {
        this.source = source;
        this.freshFor = freshFor;
        this.nanoTime = nanoTime;
    }

    private record Made<T>(T value, long at, long kept) {

        boolean isFresh(long now) {
            return now - at < kept;
        }

        boolean isUsable(long now) {
            return now - at < 2 * kept;
        }
    }

    public T get() {
        Made<T> known = made;
        long now = nanoTime.getAsLong();
        if (known == null || !known.isUsable(now)) {
            making.lock();
            return madeUnlessFresh();
        }
        if (!known.isFresh(now)) {
            makeInBackground();
        }
        return known.value();
    }

    /** Makes it before anybody asks. */
    public void makeInBackground() {
        if (!making.isLocked()) {
            Thread.ofVirtual().name("remember").start(() -> {
                if (making.tryLock()) {
                    madeUnlessFresh();
                }
            });
        }
    }

    /** With the lock held, which it gives back. */
    private T madeUnlessFresh() {
        try {
            Made<T> known = made;
            long begin = nanoTime.getAsLong();
            if (known != null && known.isFresh(begin)) {
                return known.value();
            }
            T value = source.get();
            long end = nanoTime.getAsLong();
            long kept = freshFor.isZero() ? 0 : Math.max(freshFor.toNanos(), COST_SHARE * (end - begin));
            made = new Made<>(value, end, kept);
            return value;
        } finally {
            making.unlock();
        }
    }
}
