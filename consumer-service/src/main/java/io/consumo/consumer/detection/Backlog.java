package io.consumo.consumer.detection;

/** What has been sent and is not stored and followed up yet. */
public interface Backlog {

    boolean isEmpty();
}
