package io.consumo.api.simulations.web;

import io.consumo.api.request.Unknown;
import io.consumo.api.simulations.Simulate;
import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/simulations")
@Tag(name = "Readings")
class SimulationController {

    private final Simulate simulate;

    SimulationController(Simulate simulate) {
        this.simulate = simulate;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startSimulation",
            summary = "Generate readings",
            description = "Has the producer simulate meters: once the next day, or a backfill of days up to yesterday."
                    + " One simulation runs at a time. Needs the role OPERATOR.")
    SimulationRun start(@RequestBody SimulationRequest request) {
        return simulate.start(request);
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getSimulation",
            summary = "How far a simulation is",
            description = "The last hundred are remembered.")
    SimulationRun find(@Parameter(description = "The simulation's id", example = "1") @PathVariable String id) {
        return simulate.find(id).orElseThrow(() -> new Unknown(Unknown.Thing.SIMULATION, id));
    }
}
