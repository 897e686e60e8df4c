package io.consumo.archiver.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which operations are asked for; null means any. */
public record OperationFilter(
        @Nullable String kind,
        @Nullable String who,
        @Nullable String result,
        @Nullable Instant from,
        @Nullable Instant to) {}
