package io.consumo.producer.feed.web;

import io.consumo.model.api.SimulationRequest;
import io.consumo.model.api.SimulationRun;
import io.consumo.producer.feed.Simulations;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts simulations and tells how far they are. */
@RestController
@RequestMapping("/internal/simulations")
class SimulationController {

    private final Simulations simulations;

    SimulationController(Simulations simulations) {
        this.simulations = simulations;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    SimulationRun start(@RequestBody SimulationRequest request) {
        return simulations.start(request);
    }

    @GetMapping("/{id}")
    ResponseEntity<SimulationRun> find(@PathVariable String id) {
        return ResponseEntity.of(simulations.find(id));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail refused(IllegalArgumentException reason) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, reason.getMessage());
    }
}
