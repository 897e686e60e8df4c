package io.consumo.archiver.status.web;

import io.consumo.archiver.status.ArchiverStatus;
import io.consumo.model.api.Health;
import io.consumo.model.api.PipelinePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells that the service runs, and how its work stands. */
@RestController
class StatusController {

    private final ArchiverStatus status;

    StatusController(ArchiverStatus status) {
        this.status = status;
    }

    @GetMapping("/health")
    Health health() {
        return status.health();
    }

    @GetMapping("/internal/status")
    PipelinePart status() {
        return status.now();
    }
}
