package io.consumo.archiver.archive.web;

import io.consumo.archiver.access.Caller;
import io.consumo.archiver.archive.ListDueDays;
import io.consumo.archiver.archive.domain.DueDays;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers the command line and the API about the days beyond the window. */
@RestController
class ArchiveController {

    private final ListDueDays listDueDays;

    ArchiveController(ListDueDays listDueDays) {
        this.listDueDays = listDueDays;
    }

    @GetMapping("/internal/archive/due")
    DueDays due(
            @RequestParam(required = false) @Nullable Integer olderThan,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return listDueDays.list(who, olderThan == null ? OptionalInt.empty() : OptionalInt.of(olderThan));
    }
}
