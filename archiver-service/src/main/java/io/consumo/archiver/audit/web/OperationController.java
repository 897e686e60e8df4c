package io.consumo.archiver.audit.web;

import io.consumo.archiver.audit.OperationFilter;
import io.consumo.archiver.audit.OperationLog;
import io.consumo.archiver.audit.Operations;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what was done and what is being done. */
@RestController
class OperationController {

    private final Operations operations;
    private final OperationLog log;

    OperationController(Operations operations, OperationLog log) {
        this.operations = operations;
        this.log = log;
    }

    @GetMapping("/internal/archive/runs/{id}")
    ResponseEntity<ArchiveRun> run(@PathVariable String id) {
        return ResponseEntity.of(operations.find(id));
    }

    @GetMapping("/internal/archive/operations")
    Page<ArchiveOperation> operations(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return log.find(new OperationFilter(kind, who, result, from, to), page, size);
    }
}
