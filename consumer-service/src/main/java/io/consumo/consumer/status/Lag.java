package io.consumo.consumer.status;

/** How far the consumers are behind the topic. */
public interface Lag {

    /** Records sent and not yet stored, of all partitions; throws when Kafka does not answer. */
    long records();
}
