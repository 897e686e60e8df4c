package io.consumo.archiver.erasure.web;

import io.consumo.archiver.access.Caller;
import io.consumo.archiver.erasure.EraseClient;
import io.consumo.model.api.ArchiveRun;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the order to forget a client. */
@RestController
class ErasureController {

    private final EraseClient eraseClient;

    ErasureController(EraseClient eraseClient) {
        this.eraseClient = eraseClient;
    }

    @PostMapping("/internal/archive/erasures")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ArchiveRun erase(
            @RequestParam String client,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return eraseClient.start(who, client);
    }
}
