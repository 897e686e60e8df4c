package io.consumo.archiver.restore.postgres;

import io.consumo.archiver.restore.Restore;
import io.consumo.archiver.restore.Restores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code archive.restore}. */
@Repository
class PostgresRestores implements Restores {

    private static final String ALL = """
            select id, from_day, to_day, client_id, rows, expires_at, created_by, created_at, released_at
            from archive.restore
            order by id desc
            """;

    private final JdbcClient jdbc;

    PostgresRestores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Restore> all() {
        return jdbc.sql(ALL)
                .query((row, index) -> new Restore(
                        row.getString("id"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getString("client_id"),
                        row.getLong("rows"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getString("created_by"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        releasedAt(row)))
                .list();
    }

    private static @Nullable Instant releasedAt(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("released_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
