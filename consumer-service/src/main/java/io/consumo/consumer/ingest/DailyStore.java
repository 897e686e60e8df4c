package io.consumo.consumer.ingest;

import java.util.Collection;
import java.util.Map;

/** The record of all readings. */
public interface DailyStore {

    /**
     * Merges the patches into their rows and marks the client-days as changed, all in one transaction. A slot keeps
     * the value that takes precedence, so storing a patch again changes nothing.
     *
     * @param patches with distinct keys, in order
     * @param arrivals how many readings came over each partition of the topic
     */
    void store(Collection<DayPatch> patches, Map<Integer, Integer> arrivals);
}
