package io.consumo.dashboard.backend;

import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Has readings simulated. */
@Component
public class SimulationClient {

    private final ApiHttp api;

    SimulationClient(ApiHttp api) {
        this.api = api;
    }

    public SimulationRun start(Caller caller, SimulationRequest request) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, request, "/simulations");
    }

    public SimulationRun find(Caller caller, String id) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/simulations/{id}", id);
    }
}
