package io.consumo.consumer.detection.web;

import io.consumo.consumer.detection.TellBaseline;
import io.consumo.model.api.ClientBaseline;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What is normal for a client, for the API. */
@RestController
class BaselineController {

    private final TellBaseline tell;

    BaselineController(TellBaseline tell) {
        this.tell = tell;
    }

    @GetMapping("/internal/clients/{id}/baseline")
    ClientBaseline baseline(@PathVariable String id) {
        return tell.of(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing is known of " + id));
    }
}
