package io.consumo.consumer.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The client-days that changed and have not been followed up. */
public interface MarkStore {

    /**
     * Takes the marks of the clients that have waited longest and no other consumer works on, and locks the clients. The marks are gone when the work
     * returns, and stay when it throws.
     *
     * @return how many marks were taken; 0 when there was nothing to do
     */
    int follow(int clients, Consumer<Followed> work);

    /** Locks the clients while the work runs; none is erased meanwhile. */
    void exclusively(Set<String> clients, ExclusiveWork work);

    /** Marks all days of the client from this one on, its last one in any case. */
    void mark(String clientId, LocalDate from);

    long open();

    /** What is done while clients are locked. */
    @FunctionalInterface
    interface ExclusiveWork {

        /**
         * Does it.
         *
         * @param erased when those of the clients were erased that ever were
         * @param revision greater than that of every earlier run
         */
        void run(Map<String, Instant> erased, long revision);
    }
}
