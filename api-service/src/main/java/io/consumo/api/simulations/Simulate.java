package io.consumo.api.simulations;

import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import java.util.Optional;

/** Has the producer simulate readings. */
public interface Simulate {

    /** @throws io.consumo.api.request.InvalidParameter when the producer refuses a field */
    SimulationRun start(SimulationRequest request);

    Optional<SimulationRun> find(String id);
}
