package io.consumo.consumer.followup.postgres;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.followup.DayReader;
import io.consumo.model.ClientDay;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads day rows. */
@Repository
class PostgresDayReader implements DayReader {

    private static final String SINCE = """
            select d.client_id, d.day, d.minutes, d.energy, d.rank
            from unnest(:clients::text[], :days::date[]) as wanted (client_id, first_day)
            join daily_consumption d on d.client_id = wanted.client_id and d.day >= wanted.first_day
            where d.day >= :earliest
            order by d.client_id, d.day
            """;

    private final JdbcClient jdbc;
    private final InstallationProperties installation;

    PostgresDayReader(JdbcClient jdbc, InstallationProperties installation) {
        this.jdbc = jdbc;
        this.installation = installation;
    }

    @Override
    public Map<String, List<ClientDay>> since(Map<String, LocalDate> firstDays) {
        List<String> clients = new ArrayList<>(new TreeMap<>(firstDays).keySet());
        Map<String, Map<LocalDate, List<DaySlots>>> rows = new LinkedHashMap<>();
        jdbc.sql(SINCE)
                .param("clients", clients.toArray(String[]::new))
                .param(
                        "days",
                        clients.stream()
                                .map(client -> String.valueOf(firstDays.get(client)))
                                .toArray(String[]::new))
                .param("earliest", Collections.min(firstDays.values()))
                .query((ResultSet row) -> {
                    rows.computeIfAbsent(row.getString("client_id"), client -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                            .add(slots(row));
                });
        Map<String, List<ClientDay>> days = new LinkedHashMap<>();
        rows.forEach((client, byDay) -> {
            List<ClientDay> all = new ArrayList<>(byDay.size());
            byDay.forEach((day, lengths) -> all.add(new ClientDay(client, day, installation.zone(), lengths)));
            days.put(client, all);
        });
        return days;
    }

    private static DaySlots slots(ResultSet row) throws SQLException {
        return DaySlots.of(
                IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow(),
                (@Nullable Integer[]) row.getArray("energy").getArray(),
                (@Nullable Long[]) row.getArray("rank").getArray());
    }
}
