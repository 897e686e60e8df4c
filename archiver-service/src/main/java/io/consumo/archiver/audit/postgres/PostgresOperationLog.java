package io.consumo.archiver.audit.postgres;

import io.consumo.archiver.audit.OperationKind;
import io.consumo.archiver.audit.OperationLog;
import io.consumo.archiver.audit.Outcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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
            update archive.operation set finished_at = :at, result = 'FAILED', error = :error where id = :id
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
    public void failed(long id, String error, Instant at) {
        jdbc.sql(FAILED)
                .param("id", id)
                .param("error", error)
                .param("at", stored(at))
                .update();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
