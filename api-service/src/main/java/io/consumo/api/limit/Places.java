package io.consumo.api.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only so many do something at once; the others wait for a while, in their order. */
public final class Places {

    private final Semaphore free;
    private final Duration patience;

    public Places(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Whether there was one in time; it is to be left afterwards. */
    public boolean take() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public void leave() {
        free.release();
    }
}
