package io.consumo.archiver.audit.postgres;

import io.consumo.archiver.audit.OperationFilter;
import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.OperationLog;
import io.consumo.archiver.audit.Outcome;
import io.consumo.model.api.ArchiveOperation;
import io.consumo.model.api.ArchiveRun;
import io.consumo.model.api.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code archive.operation}. */
@Repository
class PostgresOperationLog implements OperationLog {

    private static final String BEGIN = """
            insert into archive.operation (who, kind, parameters, started_at)
            values (:who, :kind, :parameters::jsonb, :at)
            returning id
            """;

    private static final String DONE = """
            update archive.operation
            set finished_at = :at, rows = :rows, bytes = :bytes, result = 'DONE'
            where id = :id
            """;

    private static final String FAILED = """
            update archive.operation
            set finished_at = :at, rows = :rows, bytes = :bytes, result = 'FAILED', error = :error
            where id = :id
            """;

    private static final String COLUMNS = """
            select id, who, kind, parameters, started_at, finished_at, rows, bytes, result, error
            from archive.operation
            """;

    private static final String FIND = COLUMNS + "where id = :id";

    private static final String WANTED = """
            where (:kind::text is null or kind = :kind)
              and (:who::text is null or who = :who)
              and (:result::text is null or result = :result)
              and (:from::timestamptz is null or started_at >= :from)
              and (:to::timestamptz is null or started_at < :to)
            """;

    private static final String PAGE = COLUMNS + WANTED + "order by id desc limit :limit offset :offset";

    private static final String COUNT = "select count(*) from archive.operation " + WANTED;

    private static final String LAST_STARTED = """
            select started_at from archive.operation
            where who = :who and kind = :kind
            order by started_at desc
            limit 1
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PostgresOperationLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public long begin(String who, OperationKind kind, Map<String, String> parameters, Instant at) {
        return jdbc.sql(BEGIN)
                .param("who", who)
                .param("kind", kind.name())
                .param("parameters", json.writeValueAsString(parameters))
                .param("at", stored(at))
                .query(Long.class)
                .single();
    }

    @Override
    public void done(long id, Outcome outcome, Instant at) {
        jdbc.sql(DONE)
                .param("id", id)
                .param("rows", outcome.rows())
                .param("bytes", outcome.bytes())
                .param("at", stored(at))
                .update();
    }

    @Override
    public void failed(long id, Outcome outcome, String error, Instant at) {
        jdbc.sql(FAILED)
                .param("id", id)
                .param("rows", outcome.rows())
                .param("bytes", outcome.bytes())
                .param("error", error)
                .param("at", stored(at))
                .update();
    }

    @Override
    public Optional<ArchiveRun> find(String id) {
        if (!id.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return jdbc.sql(FIND)
                .param("id", Long.valueOf(id))
                .query((row, index) -> run(operation(row)))
                .optional();
    }

    private static ArchiveRun run(ArchiveOperation operation) {
        return new ArchiveRun(
                operation.id(),
                operation.kind(),
                operation.who(),
                operation.result() == null ? "INTERRUPTED" : operation.result(),
                operation.startedAt(),
                operation.finishedAt(),
                0,
                0,
                null,
                null,
                operation.rows() == null ? 0 : operation.rows(),
                operation.bytes() == null ? 0 : operation.bytes(),
                List.of(),
                operation.error());
    }

    @Override
    public Page<ArchiveOperation> find(OperationFilter filter, int page, int size) {
        long total = filtered(COUNT, filter).query(Long.class).single();
        List<ArchiveOperation> content = filtered(PAGE, filter)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query((row, index) -> operation(row))
                .list();
        return Page.of(content, size, page, total);
    }

    private JdbcClient.StatementSpec filtered(String sql, OperationFilter filter) {
        return jdbc.sql(sql)
                .param("kind", filter.kind(), Types.VARCHAR)
                .param("who", filter.who(), Types.VARCHAR)
                .param("result", filter.result(), Types.VARCHAR)
                .param("from", filter.from() == null ? null : stored(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", filter.to() == null ? null : stored(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private ArchiveOperation operation(ResultSet row) throws SQLException {
        Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ArchiveOperation(
                row.getString("id"),
                row.getString("who"),
                row.getString("kind"),
                json.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {}),
                started,
                finished == null ? null : finished.toInstant(),
                finished == null
                        ? null
                        : Duration.between(started, finished.toInstant()).toMillis() / 1000.0,
                row.getObject("rows", Long.class),
                row.getObject("bytes", Long.class),
                row.getString("result"),
                row.getString("error"));
    }

    @Override
    public Optional<Instant> lastStarted(String who, OperationKind kind) {
        return jdbc.sql(LAST_STARTED)
                .param("who", who)
                .param("kind", kind.name())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
