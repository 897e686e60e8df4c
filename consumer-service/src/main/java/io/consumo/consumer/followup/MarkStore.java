package io.consumo.consumer.followup;

import java.util.function.Consumer;

/** The client-days that changed and have not been followed up. */
public interface MarkStore {

    /**
     * Takes the oldest marks that no other consumer works on, and locks their clients. The marks are gone when the work
     * returns, and stay when it throws.
     *
     * @return how many marks were taken; 0 when there was nothing to do
     */
    int follow(int limit, Consumer<Followed> work);

    long open();
}
