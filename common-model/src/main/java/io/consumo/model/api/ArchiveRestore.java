package io.consumo.model.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Archived days that were loaded back beside the live ones.
 *
 * @param clientId null for all clients
 * @param state LOADING, READY or RELEASED
 * @param rows slots with a value
 */
public record ArchiveRestore(
        String id,
        LocalDate fromDay,
        LocalDate toDay,
        @Nullable String clientId,
        String state,
        long rows,
        Instant expiresAt,
        String createdBy,
        Instant createdAt,
        @Nullable Instant releasedAt) {}
