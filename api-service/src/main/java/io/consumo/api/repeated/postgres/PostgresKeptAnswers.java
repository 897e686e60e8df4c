package io.consumo.api.repeated.postgres;

import io.consumo.api.repeated.KeptAnswer;
import io.consumo.api.repeated.KeptAnswers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers in {@code api.idempotent_request}. */
@Repository
class PostgresKeptAnswers implements KeptAnswers {

    private static final String TAKE = """
            insert into api.idempotent_request as known (username, key, begun_at)
            values (:user, :key, :now)
            on conflict (username, key) do update
            set begun_at = excluded.begun_at, request_hash = null, status = null,
                content_type = null, location = null, body = null
            where known.begun_at < :keptSince or (known.status is null and known.begun_at < :workedOnSince)
            """;

    private static final String FIND = """
            select request_hash, status, content_type, location, body
            from api.idempotent_request
            where username = :user and key = :key and status is not null
            """;

    private static final String KEEP = """
            update api.idempotent_request
            set request_hash = :hash, status = :status, content_type = :type, location = :location, body = :body
            where username = :user and key = :key
            """;

    private final JdbcClient jdbc;

    PostgresKeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(String user, String key, Instant now, Instant keptSince, Instant workedOnSince) {
        return jdbc.sql(TAKE)
                        .param("user", user)
                        .param("key", key)
                        .param("now", timestamp(now))
                        .param("keptSince", timestamp(keptSince))
                        .param("workedOnSince", timestamp(workedOnSince))
                        .update()
                == 1;
    }

    @Override
    public Optional<KeptAnswer> find(String user, String key) {
        return jdbc.sql(FIND)
                .param("user", user)
                .param("key", key)
                .query((row, number) -> new KeptAnswer(
                        row.getString("request_hash"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getString("body")))
                .optional();
    }

    @Override
    public void keep(String user, String key, KeptAnswer answer) {
        jdbc.sql(KEEP)
                .param("user", user)
                .param("key", key)
                .param("hash", answer.requestHash())
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    @Override
    public void release(String user, String key) {
        jdbc.sql("delete from api.idempotent_request where username = :user and key = :key")
                .param("user", user)
                .param("key", key)
                .update();
    }

    @Override
    public void deleteBefore(Instant instant) {
        jdbc.sql("delete from api.idempotent_request where begun_at < :instant")
                .param("instant", timestamp(instant))
                .update();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
