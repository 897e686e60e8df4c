package io.consumo.archiver.history.web;

import io.consumo.archiver.history.ClientHistory;
import io.consumo.model.api.Page;
import io.consumo.model.store.FoundDay;
import io.consumo.model.store.StoredDay;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the API about days that only the archiver can read. */
@RestController
class HistoryController {

    private final ClientHistory history;

    HistoryController(ClientHistory history) {
        this.history = history;
    }

    @GetMapping("/internal/history")
    List<FoundDay> ofClient(@RequestParam String client, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return history.ofClient(client, from, to);
    }

    @GetMapping("/internal/archive/days/{day}")
    Page<StoredDay> ofDay(
            @PathVariable LocalDate day,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return history.ofDay(day, page, size);
    }
}
