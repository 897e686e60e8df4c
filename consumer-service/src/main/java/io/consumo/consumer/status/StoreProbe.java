package io.consumo.consumer.status;

/** Tells whether a store answers. */
public interface StoreProbe {

    /** As people call it. */
    String store();

    /** Returns when it has answered, and throws or waits when it does not. */
    void ask();
}
