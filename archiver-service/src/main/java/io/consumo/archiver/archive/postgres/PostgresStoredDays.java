package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.StoredDays;
import io.consumo.archiver.archive.domain.StoredDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the consumer's partitions, one a day. The day is taken from the partition's bound, which other tables lack:
 * PostgreSQL may work out an expression for them too, and a cast of their names would fail.
 */
@Repository
class PostgresStoredDays implements StoredDays {

    private static final String BEFORE = """
            with partition as (
                select substring(pg_get_expr(c.relpartbound, c.oid) from '[0-9]{4}-[0-9]{2}-[0-9]{2}')::date as day,
                       pg_total_relation_size(c.oid) as bytes
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'consumption.daily_consumption'::regclass
            ), rows as (
                select day, count(*) as rows, count(distinct client_id) as clients, max(updated_at) as newest_write
                from consumption.daily_consumption
                where day < :day
                group by day
            )
            select day, rows, clients, coalesce(bytes, 0) as bytes, newest_write,
                   not exists (select from consumption.dirty_mark m where m.day = rows.day) as followed
            from rows join partition using (day)
            """;

    private static final String PARTITIONS_BEFORE = """
            select day
            from pg_inherits i join pg_class c on c.oid = i.inhrelid,
                 lateral (select substring(pg_get_expr(c.relpartbound, c.oid) from '[0-9]{4}-[0-9]{2}-[0-9]{2}')::date as day)
                     bound
            where i.inhparent = 'consumption.daily_consumption'::regclass and day < :day
            order by day
            """;

    private final JdbcClient jdbc;

    PostgresStoredDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredDay> before(LocalDate day) {
        return jdbc.sql(BEFORE)
                .param("day", day)
                .query((row, index) -> new StoredDay(
                        row.getObject("day", LocalDate.class),
                        row.getLong("rows"),
                        row.getLong("clients"),
                        row.getLong("bytes"),
                        row.getObject("newest_write", OffsetDateTime.class).toInstant(),
                        row.getBoolean("followed")))
                .list();
    }

    @Override
    public List<LocalDate> partitionsBefore(LocalDate day) {
        return jdbc.sql(PARTITIONS_BEFORE)
                .param("day", day)
                .query(LocalDate.class)
                .list();
    }

    @Override
    public Instant installedAt() {
        return jdbc.sql("select created_at from consumption.installation")
                .query((row, index) -> row.getObject(1, OffsetDateTime.class))
                .single()
                .toInstant();
    }
}
