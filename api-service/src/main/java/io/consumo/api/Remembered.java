package io.consumo.api;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that many ask for and that takes a while to make: it is made by one thread, for all that wait for it, and kept
 * for some time. For as long again the old one is given out at once while the new one is made in the background.
 */
public final class Remembered<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    /** Making a costly value takes at most a twentieth of one processor. */
    private static final int COSTLY_SHARE = 20;

    private final Supplier<T> source;
    private final Duration freshFor;
    private final int costShare;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable FutureTask<T>> making = new AtomicReference<>();
    private volatile @Nullable Made<T> made;

    Remembered(Duration freshFor, Supplier<T> source, int costShare, LongSupplier nanoTime) {
        this.source = source;
        this.freshFor = freshFor;
        this.costShare = costShare;
        this.nanoTime = nanoTime;
    }

    /** @param freshFor zero to make it each time */
    public static <T> Remembered<T> briefly(Duration freshFor, Supplier<T> source) {
        return new Remembered<>(freshFor, source, 0, System::nanoTime);
    }

    /**
     * The longer it takes to make, the longer it is kept.
     *
     * @param freshFor at least; zero to make it each time
     */
    public static <T> Remembered<T> costly(Duration freshFor, Supplier<T> source) {
        return new Remembered<>(freshFor, source, COSTLY_SHARE, System::nanoTime);
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
            return make();
        }
        if (!known.isFresh(now)) {
            makeInBackground();
        }
        return known.value();
    }

    /** Makes it before anybody asks. */
    public void makeInBackground() {
        if (making.get() == null) {
            Thread.ofVirtual().name("remember").start(this::tryToMake);
        }
    }

    /** Who asks when the old one can be used no longer meets the failure himself. */
    private void tryToMake() {
        try {
            make();
        } catch (RuntimeException e) {
            LOG.debug("not made", e);
        }
    }

    /** Who comes while it is being made gets the same value, or the same failure. */
    private T make() {
        FutureTask<T> mine = new FutureTask<>(this::madeUnlessFresh);
        FutureTask<T> running = making.compareAndExchange(null, mine);
        if (running != null) {
            return resultOf(running);
        }
        try {
            mine.run();
        } finally {
            making.set(null);
        }
        return resultOf(mine);
    }

    private T madeUnlessFresh() {
        Made<T> known = made;
        long begin = nanoTime.getAsLong();
        if (known != null && known.isFresh(begin)) {
            return known.value();
        }
        T value = source.get();
        long end = nanoTime.getAsLong();
        long kept = freshFor.isZero() ? 0 : Math.max(freshFor.toNanos(), costShare * (end - begin));
        made = new Made<>(value, end, kept);
        return value;
    }

    private static <T> T resultOf(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
