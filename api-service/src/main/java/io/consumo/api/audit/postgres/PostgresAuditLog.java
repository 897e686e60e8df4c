package io.consumo.api.audit.postgres;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.audit.AuditFilter;
import io.consumo.api.audit.AuditLog;
import io.consumo.api.request.Paging;
import io.consumo.model.api.AuditEntry;
import io.consumo.model.api.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries in {@code api.audit_entry}. */
@Repository
class PostgresAuditLog implements AuditLog {

    private static final String ADD = """
            insert into api.audit_entry (at, username, method, path, status, address, millis)
            values (:at, :username, :method, :path, :status, :address, :millis)
            """;

    private static final String MATCHING = """
            from api.audit_entry
            where (:user::text is null or username = :user)
              and (:path::text is null or position(:path in path) > 0)
              and (:failed::boolean is null or (status >= 400) = :failed)
              and (:from::timestamptz is null or at >= :from)
              and (:to::timestamptz is null or at < :to)
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    PostgresAuditLog(JdbcClient jdbc, ConsumoProperties consumo) {
        this.jdbc = jdbc;
        this.zone = consumo.zone();
    }

    @Override
    public void add(AuditEntry entry) {
        jdbc.sql(ADD)
                .param("at", timestamp(entry.at()))
                .param("username", entry.username())
                .param("method", entry.method())
                .param("path", entry.path())
                .param("status", entry.status())
                .param("address", entry.address())
                .param("millis", entry.millis())
                .update();
    }

    @Override
    public Page<AuditEntry> find(AuditFilter filter, Paging paging) {
        long total = matching("select count(*) " + MATCHING, filter)
                .query(Long.class)
                .single();
        List<AuditEntry> content = matching(
                        "select * " + MATCHING + " order by id desc limit :limit offset :offset", filter)
                .param("limit", paging.limit())
                .param("offset", paging.offset())
                .query((row, number) -> entry(row))
                .list();
        return paging.pageOf(content, total);
    }

    private JdbcClient.StatementSpec matching(String sql, AuditFilter filter) {
        return jdbc.sql(sql)
                .param("user", filter.user(), Types.VARCHAR)
                .param("path", filter.path(), Types.VARCHAR)
                .param("failed", filter.failed(), Types.BOOLEAN)
                .param("from", filter.from() == null ? null : begin(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "to",
                        filter.to() == null ? null : begin(filter.to().plusDays(1)),
                        Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    @Override
    public void deleteBefore(Instant instant) {
        jdbc.sql("delete from api.audit_entry where at < :at")
                .param("at", timestamp(instant))
                .update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("username"),
                row.getString("method"),
                row.getString("path"),
                row.getInt("status"),
                row.getString("address"),
                row.getInt("millis"));
    }
}
