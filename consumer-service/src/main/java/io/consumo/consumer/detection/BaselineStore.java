package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.Baseline;
import java.util.Collection;
import java.util.Map;

/** Where baselines are kept. A write with a lower revision than what is stored changes nothing. */
public interface BaselineStore {

    /** By client; nothing for a client without one. */
    Map<String, Baseline> find(Collection<String> clientIds);

    void write(Map<String, Baseline> baselines, long revision);
}
