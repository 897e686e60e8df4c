package io.consumo.api.archive.web;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.archive.Archiver;
import io.consumo.api.archive.OperationFilter;
import io.consumo.api.consumption.Figures;
import io.consumo.api.consumption.SourcedDay;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Paging;
import io.consumo.model.api.ArchiveDay;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.ArchiveRunRequest;
import io.consumo.model.api.ArchiveSummary;
import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.api.VerificationRequest;
import io.consumo.model.store.FoundDay;
import io.consumo.model.store.StoredDay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/archive")
@Tag(name = "Archive")
class ArchiveController {

    private final Archiver archiver;
    private final Figures figures;
    private final ConsumoProperties consumo;

    ArchiveController(Archiver archiver, Figures figures, ConsumoProperties consumo) {
        this.archiver = archiver;
        this.figures = figures;
        this.consumo = consumo;
    }

    @GetMapping("/summary")
    @Operation(
            operationId = "getArchiveSummary",
            summary = "The archive at a glance",
            description = "Days, room, what waits, what is damaged.")
    ArchiveSummary summary() {
        return archiver.summary();
    }

    @GetMapping("/days")
    @Operation(
            operationId = "listArchivedDays",
            summary = "Archived days",
            description = "Newest first, each with its file's figures.")
    Page<ArchiveDay> days(@ParameterObject Paging paging) {
        return archiver.days(paging);
    }

    @GetMapping("/days/{day}")
    @Operation(
            operationId = "readArchivedDay",
            summary = "Clients of an archived day",
            description = "Read from the archive's file in place; nothing is restored.")
    Page<DailyConsumption> day(
            @Parameter(description = "The local day", example = "2026-10-01") @PathVariable LocalDate day,
            @ParameterObject Paging paging) {
        Page<StoredDay> page = archiver.day(day, paging);
        return new Page<>(
                page.content().stream()
                        .map(stored ->
                                figures.daily(new SourcedDay(stored.toClientDay(consumo.zone()), FoundDay.ARCHIVE)))
                        .toList(),
                page.page());
    }

    @GetMapping("/operations")
    @Operation(
            operationId = "listArchiveOperations",
            summary = "Audit of the archive",
            description = "Who did what, when, and how it ended; newest first.")
    Page<ArchiveOperation> operations(@ParameterObject OperationFilter filter, @ParameterObject Paging paging) {
        return archiver.operations(filter, paging);
    }

    @GetMapping("/late")
    @Operation(
            operationId = "listLateDays",
            summary = "Late readings",
            description = "Readings that came for archived days and are filed by the archiver's next run.")
    List<LateDay> late() {
        return archiver.late();
    }

    @GetMapping("/holds")
    @Operation(
            operationId = "listHeldClients",
            summary = "Held clients",
            description = "Clients whose archived days stay in PostgreSQL, too, until 90 days after their case closed.")
    List<HeldClient> holds() {
        return archiver.holds();
    }

    @PostMapping(path = "/runs", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startArchiveRun",
            summary = "Archive what is due",
            description = "Starts; the run's id tells how it goes on.")
    ArchiveRun archive(@RequestBody ArchiveRunRequest request, @Parameter(hidden = true) Principal user) {
        return archiver.archive(request, user.getName());
    }

    @GetMapping("/runs/{id}")
    @Operation(
            operationId = "getArchiveRun",
            summary = "How an operation goes on",
            description = "Of runs, verifications and restores alike.")
    ArchiveRun run(@Parameter(description = "The operation", example = "12") @PathVariable String id) {
        return archiver.run(id);
    }

    @PostMapping(path = "/verifications", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startVerification",
            summary = "Read archived days back",
            description = "Compares each file with its manifest: hash, rows, clients, energy.")
    ArchiveRun verify(@RequestBody VerificationRequest request, @Parameter(hidden = true) Principal user) {
        return archiver.verify(request, user.getName());
    }

    @PostMapping(path = "/restores/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "previewRestore", summary = "What a restore would load", description = "Changes nothing.")
    RestorePreview preview(@RequestBody RestoreRequest request) {
        return archiver.preview(sensible(request));
    }

    @PostMapping(path = "/restores", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startRestore",
            summary = "Load archived days back",
            description = "Beside the live ones, for some days. No sum and no case changes by it.")
    ArchiveRun restore(@RequestBody RestoreRequest request, @Parameter(hidden = true) Principal user) {
        return archiver.restore(sensible(request), user.getName());
    }

    @GetMapping("/restores")
    @Operation(
            operationId = "listRestores",
            summary = "Restores",
            description = "Those that are there and those that were; newest first.")
    List<ArchiveRestore> restores() {
        return archiver.restores();
    }

    @DeleteMapping("/restores/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endRestore", summary = "End a restore", description = "Its days stay in the archive.")
    void release(
            @Parameter(description = "The restore", example = "3") @PathVariable String id,
            @Parameter(hidden = true) Principal user) {
        archiver.release(id, user.getName());
    }

    private static RestoreRequest sensible(RestoreRequest request) {
        LocalDate from = required("from", request.from());
        LocalDate to = required("to", request.to());
        if (from.isAfter(to)) {
            throw new InvalidParameter(
                    "from", "must not be after to (" + to + "), was " + from, List.of("a day up to " + to));
        }
        return request;
    }

    /** Null where the body leaves it out. */
    private static LocalDate required(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw new InvalidParameter(field, "is missing", List.of("a date such as 2026-11-24"));
        }
        return day;
    }
}
