package io.consumo.api.consumption.postgres;

import io.consumo.api.consumption.WrittenDays;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what PostgreSQL counts of each partition anyway, without reading a row. */
@Repository
class PostgresWrittenDays implements WrittenDays {

    private static final String PARTITION = "daily_consumption_";

    private static final String WRITES = """
            select relname,
                   pg_stat_get_tuples_inserted(oid) + pg_stat_get_tuples_updated(oid) + pg_stat_get_tuples_deleted(oid)
                       as writes
            from pg_class
            where relnamespace = 'consumption'::regnamespace and relkind = 'r'
              and relname ~ '^daily_consumption_[0-9]{8}$'
            """;

    private final JdbcClient jdbc;

    PostgresWrittenDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long arrivals() {
        return jdbc.sql("select coalesce(sum(readings), 0) from consumption.ingest_progress")
                .query(Long.class)
                .single();
    }

    @Override
    public Map<LocalDate, Long> writes() {
        Map<LocalDate, Long> writes = new HashMap<>();
        RowCallbackHandler add = row -> writes.put(
                LocalDate.parse(
                        row.getString("relname").substring(PARTITION.length()), DateTimeFormatter.BASIC_ISO_DATE),
                row.getLong("writes"));
        jdbc.sql(WRITES).query(add);
        return writes;
    }

    @Override
    public boolean allFollowed() {
        return jdbc.sql("select not exists (select from consumption.dirty_mark)")
                .query(Boolean.class)
                .single();
    }
}
