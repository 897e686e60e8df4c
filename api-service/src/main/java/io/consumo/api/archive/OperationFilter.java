package io.consumo.api.archive;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which operations are asked for. */
public record OperationFilter(
        @Parameter(
                description = "What was done; all by default",
                example = "ARCHIVE",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"ARCHIVE", "DRY_RUN", "VERIFY", "RESTORE", "RELEASE", "ERASE"}))
        @Nullable
        String kind,

        @Parameter(description = "Who did it; all by default", example = "operator") @Nullable
        String who,

        @Parameter(
                description = "How it ended; all by default",
                example = "FAILED",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"DONE", "FAILED"}))
        @Nullable
        String result,

        @Parameter(description = "Begun at this instant or later; all by default", example = "2026-11-01T00:00:00Z")
        @Nullable
        Instant from,

        @Parameter(description = "Begun before this instant; all by default", example = "2026-12-01T00:00:00Z")
        @Nullable
        Instant to) {}
