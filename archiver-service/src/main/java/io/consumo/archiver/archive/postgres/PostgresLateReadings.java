package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.LateReadings;
import io.consumo.archiver.files.domain.DayRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consumer's table {@code late_reading}, and the functions that it grants. */
class PostgresLateReadings implements LateReadings {

    private static final String DAYS = """
            select distinct l.day
            from consumption.late_reading l join archive.archived_day a using (day)
            where a.state = 'DROPPED'
            order by l.day
            """;

    private static final String ROWS = """
            select client_id, minutes, energy, rank
            from consumption.late_rows(:day, :last)
            order by client_id collate "C", minutes
            """;

    private static final String CHANGED = """
            insert into archive.changed_day (client_id, day) select unnest(:clients::text[]), :day
            on conflict do nothing
            """;

    /** What was loaded back stays what the file holds. */
    private static final String REFRESH_RESTORED = """
            update archive.restored_daily r
            set (energy, rank) = (
                select m.energy, m.rank from consumption.merge_slots(r.energy, r.rank, l.energy, l.rank) m)
            from consumption.late_rows(:day, :last) l
            where r.client_id = l.client_id and r.day = :day and r.minutes = l.minutes
            """;

    private final JdbcClient jdbc;

    PostgresLateReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LocalDate> days() {
        return jdbc.sql(DAYS).query(LocalDate.class).list();
    }

    @Override
    public long last(LocalDate day) {
        return jdbc.sql("select consumption.last_late(:day)")
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Override
    public List<DayRow> rows(LocalDate day, long last) {
        return jdbc.sql(ROWS)
                .param("day", day)
                .param("last", last)
                .query((row, index) -> SlotArrays.row(row))
                .list();
    }

    @Override
    public void changed(LocalDate day, Collection<String> clients) {
        jdbc.sql(CHANGED)
                .param("day", day)
                .param("clients", clients.toArray(String[]::new))
                .update();
    }

    @Override
    public long clear(LocalDate day, long last) {
        jdbc.sql(REFRESH_RESTORED).param("day", day).param("last", last).update();
        return jdbc.sql("select consumption.clear_late(:day, :last)")
                .param("day", day)
                .param("last", last)
                .query(Long.class)
                .single();
    }
}
