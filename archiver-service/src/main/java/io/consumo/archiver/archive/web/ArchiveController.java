package io.consumo.archiver.archive.web;

import io.consumo.archiver.access.Caller;
import io.consumo.archiver.archive.ArchiveDays;
import io.consumo.archiver.archive.ArchivedDays;
import io.consumo.archiver.archive.DescribeArchive;
import io.consumo.archiver.archive.ListDueDays;
import io.consumo.archiver.archive.VerifyDays;
import io.consumo.archiver.archive.domain.DueDays;
import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers the command line and the API about the days beyond the window, and has them archived and verified. */
@RestController
@RequestMapping("/internal/archive")
class ArchiveController {

    private final ListDueDays listDueDays;
    private final ArchiveDays archiveDays;
    private final VerifyDays verifyDays;
    private final DescribeArchive describeArchive;
    private final ArchivedDays archivedDays;

    ArchiveController(
            ListDueDays listDueDays,
            ArchiveDays archiveDays,
            VerifyDays verifyDays,
            DescribeArchive describeArchive,
            ArchivedDays archivedDays) {
        this.listDueDays = listDueDays;
        this.archiveDays = archiveDays;
        this.verifyDays = verifyDays;
        this.describeArchive = describeArchive;
        this.archivedDays = archivedDays;
    }

    @GetMapping("/due")
    DueDays due(
            @RequestParam(required = false) @Nullable Integer olderThan,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return listDueDays.list(who, age(olderThan));
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ArchiveRun run(
            @RequestParam(required = false) @Nullable Integer olderThan,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return archiveDays.start(who, age(olderThan));
    }

    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ArchiveRun verify(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestHeader(name = Caller.HEADER, defaultValue = Caller.UNNAMED) String who) {
        return verifyDays.start(who, new VerifyDays.Range(from, to));
    }

    @GetMapping("/days")
    Page<ArchiveDay> days(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return describeArchive.page(page, size);
    }

    @GetMapping("/late")
    List<LateDay> late() {
        return archivedDays.late();
    }

    @GetMapping("/holds")
    List<HeldClient> holds() {
        return archivedDays.held();
    }

    private static OptionalInt age(@Nullable Integer olderThan) {
        return olderThan == null ? OptionalInt.empty() : OptionalInt.of(olderThan);
    }
}
