package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.archive.ChangedDays;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code archive.changed_day}. */
@Repository
class PostgresChangedDays implements ChangedDays {

    private static final String TOLD = """
            delete from archive.changed_day where day = :day and client_id = any (:clients)
            """;

    private final JdbcClient jdbc;

    PostgresChangedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SortedMap<LocalDate, SortedSet<String>> untold() {
        SortedMap<LocalDate, SortedSet<String>> days = new TreeMap<>();
        jdbc.sql("select client_id, day from archive.changed_day").query((ResultSet row) -> {
            boolean unused = days.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new TreeSet<>())
                    .add(row.getString("client_id"));
        });
        return days;
    }

    @Override
    public void told(LocalDate day, Collection<String> clients) {
        jdbc.sql(TOLD)
                .param("day", day)
                .param("clients", clients.toArray(String[]::new))
                .update();
    }
}
