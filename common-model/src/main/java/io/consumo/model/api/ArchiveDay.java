package io.consumo.model.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of the archive.
 *
 * @param state SEALED, EXPORTED, VERIFIED or DROPPED: only then its rows are gone from PostgreSQL
 * @param revision of its file: 1, and one more each time late readings were filed
 * @param rows slots with a value
 * @param postgresBytes what it took in PostgreSQL
 * @param checkedAt when all of its file was last read
 * @param damage what was wrong with it then, null when it was well
 */
public record ArchiveDay(
        LocalDate day,
        String state,
        int revision,
        long rows,
        long clients,
        BigDecimal kwh,
        long fileBytes,
        long postgresBytes,
        @Nullable Instant droppedAt,
        @Nullable Instant checkedAt,
        @Nullable String damage) {}
