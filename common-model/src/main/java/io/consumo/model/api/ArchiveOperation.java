package io.consumo.model.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the archive's audit.
 *
 * @param kind ARCHIVE, DRY_RUN, VERIFY, RESTORE, RELEASE or ERASE
 * @param finishedAt null while it runs, and for ever when it was interrupted
 * @param seconds it took
 * @param result DONE or FAILED, null while it is not finished
 */
public record ArchiveOperation(
        String id,
        String who,
        String kind,
        Map<String, String> parameters,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Double seconds,
        @Nullable Long rows,
        @Nullable Long bytes,
        @Nullable String result,
        @Nullable String error) {}
