package io.consumo.producer.feed;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** What the system has stored already. */
public interface StoredDays {

    /**
     * Waits until there are stores, and makes sure that they keep days of the same zone.
     *
     * @throws IllegalStateException when there are none in time, or their zone is another
     */
    void await(Duration patience) throws InterruptedException;

    boolean areNone();

    /** The newest stored day before the given one of each client that has any. */
    Map<String, LocalDate> newestBefore(LocalDate day, Collection<String> clientIds);
}
