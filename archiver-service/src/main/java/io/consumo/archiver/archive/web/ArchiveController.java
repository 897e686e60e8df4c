package io.consumo.archiver.archive.web;

import io.consumo.archiver.access.Caller;
import io.consumo.archiver.archive.ArchiveDays;
import io.consumo.archiver.archive.ListDueDays;
import io.consumo.archiver.archive.domain.DueDays;
import io.consumo.model.api.ArchiveRun;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers the command line and the API about the days beyond the window. */
@RestController
class ArchiveController {

    private final ListDueDays listDueDays;
    private final ArchiveDays archiveDays;

    ArchiveController(ListDueDays listDueDays, ArchiveDays archiveDays) {
        this.listDueDays = listDueDays;
        this.archiveDays = archiveDays;
    }

    @GetMapping("/internal/archive/due")
    DueDays due(
            @RequestParam(required = false) @Nullable Integer olderThan,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return listDueDays.list(who, olderThan == null ? OptionalInt.empty() : OptionalInt.of(olderThan));
    }

    @PostMapping("/internal/archive/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ArchiveRun run(
            @RequestParam(required = false) @Nullable Integer olderThan,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return archiveDays.start(who, olderThan == null ? OptionalInt.empty() : OptionalInt.of(olderThan));
    }
}
