package io.consumo.api.archive;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which operations are asked for. */
public record OperationFilter(
        @Parameter(description = "ARCHIVE, DRY_RUN, VERIFY, RESTORE, RELEASE or ERASE", example = "ARCHIVE") @Nullable
        String kind,

        @Parameter(description = "Who did it", example = "operator") @Nullable
        String who,

        @Parameter(description = "DONE or FAILED", example = "FAILED") @Nullable
        String result,

        @Parameter(description = "Begun since", example = "2026-11-01T00:00:00Z") @Nullable
        Instant from,

        @Parameter(description = "Begun before", example = "2026-12-01T00:00:00Z") @Nullable
        Instant to) {}
