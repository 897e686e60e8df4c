package io.consumo.api.consumption.postgres;

import io.consumo.api.Remembered;
import io.consumo.api.consumption.ConsumptionProperties;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * How many clients have readings of a day, and which of them come first in each stretch of the list: without that,
 * PostgreSQL would count through all of them for each page, and through all before it once more.
 */
@Component
class DayPages {

    static final String MARKS = """
            select client_id, number, clients
            from (
                select client_id, row_number() over (order by client_id) - 1 as number, count(*) over () as clients
                from (select distinct client_id from consumption.daily_consumption where day = :day) of_day
            ) numbered
            where number % :apart = 0
            order by number
            """;

    private static final int APART = 100;

    /** An active window, and some days that are late. */
    private static final int DAYS_KEPT = 64;

    private final JdbcClient jdbc;
    private final ConcurrentLruCache<LocalDate, Remembered<Day>> days;

    DayPages(JdbcClient jdbc, ConsumptionProperties settings) {
        this.jdbc = jdbc;
        Duration freshFor = settings.freshFor();
        this.days = new ConcurrentLruCache<>(DAYS_KEPT, day -> Remembered.costly(freshFor, () -> read(day)));
    }

    /** @param marks each {@value #APART} clients apart */
    record Day(long clients, List<Mark> marks) {

        /** The last mark that is not behind an offset. */
        Mark before(long offset) {
            return marks.isEmpty() ? Mark.NONE : marks.get((int) Math.min(offset / APART, marks.size() - 1));
        }
    }

    /** How many clients come before a client. */
    record Mark(String clientId, long offset) {

        static final Mark NONE = new Mark("", 0);
    }

    Day of(LocalDate day) {
        return days.get(day).get();
    }

    private Day read(LocalDate day) {
        long[] clients = {0};
        List<Mark> marks = jdbc.sql(MARKS)
                .param("day", day)
                .param("apart", APART)
                .query((row, number) -> {
                    clients[0] = row.getLong("clients");
                    return new Mark(row.getString("client_id"), row.getLong("number"));
                })
                .list();
        return new Day(clients[0], marks);
    }
}
