package io.consumo.consumer.status;

/** A store without which this consumer waits. */
public interface Store {

    /** As people call it. */
    String title();

    /** As the pipeline calls it: kafka, postgres or mongodb. */
    String part();

    /** Returns when the store answered, throws when it cannot. */
    void ping();
}
