package io.consumo.consumer.followup;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The client-days that changed and have not been followed up. */
public interface MarkStore {

    /**
     * Takes the marks of the clients that have waited longest and no other consumer works on, and locks the clients. The marks are gone when the work
     * returns, and stay when it throws.
     *
     * @return how many marks were taken; 0 when there was nothing to do
     */
    int follow(int clients, Consumer<Followed> work);

    /** Locks the clients while the work runs, which is given a revision greater than that of every earlier run. */
    void exclusively(Set<String> clients, LongConsumer work);

    /** Marks all days of the client from this one on, its last one in any case. */
    void mark(String clientId, LocalDate from);

    long open();
}
