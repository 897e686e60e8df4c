package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.archiver.archive.domain.DayState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code archive.archived_day}. */
final class ArchivedDayRows {

    static final String COLUMNS = """
            select day, state, revision, file, rows, clients, energy, bytes, sha256, postgres_bytes, dropped_at,
                   checked_at, damage
            from archive.archived_day
            """;

    private ArchivedDayRows() {}

    static ArchivedDay day(ResultSet row, int index) throws SQLException {
        return new ArchivedDay(
                row.getObject("day", LocalDate.class),
                DayState.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getString("file"),
                row.getLong("rows"),
                row.getLong("clients"),
                row.getLong("energy"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getLong("postgres_bytes"),
                instant(row, "dropped_at"),
                instant(row, "checked_at"),
                row.getString("damage"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
