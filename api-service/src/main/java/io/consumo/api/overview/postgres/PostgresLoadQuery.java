package io.consumo.api.overview.postgres;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.overview.DayLoad;
import io.consumo.api.overview.DayLoad.Hour;
import io.consumo.api.overview.LoadQuery;
import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresLoadQuery implements LoadQuery {

    /**
     * Hours are counted from the day's first, so days when the clock changes have 23 or 25. Client-days of one length,
     * nearly all of them, are summed straight away; where there are several, each hour takes the finest that covers it
     * whole, else the finest that has anything of it, as ClientDay does.
     */
    private static final String HOURS = """
            with several as (
                select client_id, day
                from consumption.daily_consumption
                where day between :from and :to
                group by client_id, day
                having count(*) > 1
            ),
            plain as (
                select day, (slot - 1) * minutes / 60 as hour, sum(value) as energy, count(value) as readings,
                       -- The first of its hour that is there.
                       count(value) filter (where
                           ((slot - 1) % (60 / minutes) < 1 or stored.energy[slot - 1] is null)
                           and ((slot - 1) % (60 / minutes) < 2 or stored.energy[slot - 2] is null)
                           and ((slot - 1) % (60 / minutes) < 3 or stored.energy[slot - 3] is null)) as clients
                from consumption.daily_consumption stored, unnest(energy) with ordinality as slots (value, slot)
                where day between :from and :to
                  and (client_id, day) not in (select client_id, day from several)
                group by day, hour
            ),
            chosen as (
                select distinct on (client_id, day, hour) day, hour, energy, readings
                from (
                    select client_id, day, minutes, (slot - 1) * minutes / 60 as hour,
                           sum(value) as energy, count(value) as readings
                    from consumption.daily_consumption
                    join several using (client_id, day), unnest(energy) with ordinality as slots (value, slot)
                    where day between :from and :to
                    group by client_id, day, minutes, hour
                    having count(value) > 0
                ) lengths
                order by client_id, day, hour, readings * minutes < 60, minutes
            )
            select day, hour, energy, readings, clients from plain where readings > 0
            union all
            select day, hour, sum(energy), sum(readings), count(*) from chosen group by day, hour
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    PostgresLoadQuery(JdbcClient jdbc, ConsumoProperties consumo) {
        this.jdbc = jdbc;
        this.zone = consumo.zone();
    }

    @Override
    public Map<LocalDate, DayLoad> days(LocalDate from, LocalDate to) {
        Map<LocalDate, List<Hour>> hours = new LinkedHashMap<>();
        from.datesUntil(to.plusDays(1)).forEach(day -> hours.put(day, noHours(day)));
        RowCallbackHandler add = row -> {
            Hour more = new Hour(row.getLong("energy"), row.getInt("clients"), row.getInt("readings"));
            int hour = row.getInt("hour");
            List<Hour> day = hours.getOrDefault(row.getObject("day", LocalDate.class), List.of());
            day.set(hour, day.get(hour).plus(more));
        };
        jdbc.sql(HOURS).param("from", from).param("to", to).query(add);
        Map<LocalDate, DayLoad> days = new LinkedHashMap<>();
        hours.forEach((day, its) -> days.put(day, new DayLoad(day, List.copyOf(its))));
        return days;
    }

    @Override
    public int clientsSince(LocalDate day) {
        // Hashed; count(distinct ...) would sort all rows.
        return jdbc.sql("""
                        select count(*)
                        from (select distinct client_id from consumption.daily_consumption where day >= :day) clients
                        """).param("day", day).query(Integer.class).single();
    }

    @Override
    public @Nullable Instant lastReadingAt() {
        OffsetDateTime newest = jdbc.sql("select max(last_reading_at) from consumption.ingest_progress")
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
        return newest == null ? null : newest.toInstant();
    }

    private List<Hour> noHours(LocalDate day) {
        int hours = new DayGrid(day, zone, IntervalLength.HOUR).slots();
        return new ArrayList<>(Collections.nCopies(hours, Hour.NONE));
    }
}
