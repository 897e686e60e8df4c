package io.consumo.api.audit.web;

import io.consumo.api.audit.AuditFilter;
import io.consumo.api.audit.AuditLog;
import io.consumo.api.request.Paging;
import io.consumo.model.api.AuditEntry;
import io.consumo.model.api.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Administration")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what",
            description = "Every request that changes something, with its result, and every login that failed; newest"
                    + " first. Readings that were taken are not listed. Needs the role OPERATOR.")
    Page<AuditEntry> find(@ParameterObject AuditFilter filter, @ParameterObject Paging paging) {
        return log.find(filter, paging);
    }
}
