package io.consumo.api.audit;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for; what is missing does not restrict. */
public record AuditFilter(
        @Parameter(description = "The user; all by default", example = "operator") @Nullable
        String user,

        @Parameter(description = "A part of the path; all by default", example = "anomalies") @Nullable
        String path,

        @Parameter(description = "Only what was refused or failed; all by default") @Nullable
        Boolean failed,

        @Parameter(description = "First local day; the first that is kept by default", example = "2026-11-01") @Nullable
        LocalDate from,

        @Parameter(description = "Last local day; today by default", example = "2026-11-24") @Nullable
        LocalDate to) {}
