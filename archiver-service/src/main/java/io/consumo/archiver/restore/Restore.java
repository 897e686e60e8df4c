package io.consumo.archiver.restore;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Archived days that were loaded back.
 *
 * @param clientId null for all clients
 * @param releasedAt null while it is there
 */
public record Restore(
        String id,
        LocalDate fromDay,
        LocalDate toDay,
        @Nullable String clientId,
        long rows,
        Instant expiresAt,
        String createdBy,
        Instant createdAt,
        @Nullable Instant releasedAt) {}
