package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.ClientDecision;
import java.util.Collection;
import java.util.Map;

/** Where people's decisions about clients are kept. */
public interface ClientDecisions {

    /** By client; nothing for a client without one. */
    Map<String, ClientDecision> find(Collection<String> clientIds);
}
