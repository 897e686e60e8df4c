package io.consumo.archiver.restore.web;

import io.consumo.archiver.restore.Restore;
import io.consumo.archiver.restore.Restores;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the command line and the API about restores. */
@RestController
class RestoreController {

    private final Restores restores;

    RestoreController(Restores restores) {
        this.restores = restores;
    }

    @GetMapping("/internal/restores")
    List<Restore> restores() {
        return restores.all();
    }
}
