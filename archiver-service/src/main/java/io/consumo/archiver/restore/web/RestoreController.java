package io.consumo.archiver.restore.web;

import io.consumo.archiver.access.Caller;
import io.consumo.archiver.restore.RestoreDays;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers the command line and the API about restores. */
@RestController
class RestoreController {

    private final RestoreDays restoreDays;

    RestoreController(RestoreDays restoreDays) {
        this.restoreDays = restoreDays;
    }

    @GetMapping("/internal/restores")
    List<ArchiveRestore> restores() {
        return restoreDays.all();
    }

    @PostMapping("/internal/restores/preview")
    RestorePreview preview(@RequestBody RestoreRequest request) {
        return restoreDays.preview(request);
    }

    @PostMapping("/internal/restores")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ArchiveRun restore(
            @RequestBody RestoreRequest request,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return restoreDays.start(who, request);
    }

    @DeleteMapping("/internal/restores/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(
            @PathVariable String id, @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        restoreDays.release(who, id);
    }
}
