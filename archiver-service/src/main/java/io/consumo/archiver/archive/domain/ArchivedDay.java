package io.consumo.archiver.archive.domain;

import io.consumo.archiver.files.domain.Manifest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is archived or about to be.
 *
 * @param revision of its file, 0 before there is one
 * @param bytes of its file
 * @param postgresBytes what it took in PostgreSQL
 * @param checkedAt when all of its file was last read
 * @param damage what was wrong with it then, null when it was well
 */
public record ArchivedDay(
        LocalDate day,
        DayState state,
        int revision,
        @Nullable String file,
        long rows,
        long clients,
        long energy,
        long bytes,
        @Nullable String sha256,
        long postgresBytes,
        @Nullable Instant droppedAt,
        @Nullable Instant checkedAt,
        @Nullable String damage) {

    /** Whether this is what is recorded of the manifest's file. */
    public boolean isOf(Manifest manifest) {
        return revision == manifest.revision() && manifest.sha256().equals(sha256);
    }
}
