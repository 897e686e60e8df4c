package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.ArchivedDays;
import io.consumo.archiver.archive.domain.ArchivedDay;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import io.consumo.model.api.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code archive.archived_day}, and what the consumer's schema keeps of archived days. */
@Repository
class PostgresArchivedDays implements ArchivedDays {

    private static final String PAGE = ArchivedDayRows.COLUMNS + "order by day desc limit :limit offset :offset";

    private static final String DROPPED =
            ArchivedDayRows.COLUMNS + "where state = 'DROPPED' and day between :from and :to order by day";

    private static final String LIVE_BYTES = """
            select coalesce(sum(pg_total_relation_size(inhrelid)), 0)
            from pg_inherits
            where inhparent = 'consumption.daily_consumption'::regclass
            """;

    private static final String LATE = """
            select day, count(*) as readings, count(distinct client_id) as clients,
                   min(arrived_at) as first_at, max(arrived_at) as last_at
            from consumption.late_reading
            group by day
            order by day
            """;

    private static final String HELD = """
            select client_id, min(day) as first_day, max(day) as last_day, count(distinct day) as days,
                   min(held_at) as held_since
            from consumption.held_daily
            group by client_id
            order by client_id
            """;

    private final JdbcClient jdbc;

    PostgresArchivedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Page<ArchivedDay> page(int page, int size) {
        return Page.of(
                jdbc.sql(PAGE)
                        .param("limit", size)
                        .param("offset", (long) page * size)
                        .query(ArchivedDayRows::day)
                        .list(),
                size,
                page,
                jdbc.sql("select count(*) from archive.archived_day")
                        .query(Long.class)
                        .single());
    }

    @Override
    public List<ArchivedDay> dropped(LocalDate from, LocalDate to) {
        return jdbc.sql(DROPPED)
                .param("from", from)
                .param("to", to)
                .query(ArchivedDayRows::day)
                .list();
    }

    @Override
    public long liveBytes() {
        return jdbc.sql(LIVE_BYTES).query(Long.class).single();
    }

    @Override
    public List<LateDay> late() {
        return jdbc.sql(LATE)
                .query((row, index) -> new LateDay(
                        row.getObject("day", LocalDate.class),
                        row.getLong("readings"),
                        row.getLong("clients"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<HeldClient> held() {
        return jdbc.sql(HELD)
                .query((row, index) -> new HeldClient(
                        row.getString("client_id"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getLong("days"),
                        row.getObject("held_since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
