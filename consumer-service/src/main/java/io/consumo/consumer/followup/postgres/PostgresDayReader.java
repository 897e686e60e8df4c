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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads day rows. */
@Repository
class PostgresDayReader implements DayReader {

    /** Each row by its key: a plain join of so many keys would read and sort all days of all clients. */
    private static final String READ = """
            select d.*
            from unnest(:clients::text[], :days::date[]) as wanted (client_id, day)
            cross join lateral (
                select client_id, day, minutes, energy, rank from daily_consumption
                where client_id = wanted.client_id and day = wanted.day and day between :earliest and :latest
                offset 0) as d
            """;

    private final JdbcClient jdbc;
    private final InstallationProperties installation;

    PostgresDayReader(JdbcClient jdbc, InstallationProperties installation) {
        this.jdbc = jdbc;
        this.installation = installation;
    }

    private record Key(String clientId, LocalDate day) {}

    @Override
    public List<ClientDay> read(Map<String, ? extends Set<LocalDate>> wanted) {
        List<Key> keys = new ArrayList<>();
        wanted.forEach((client, days) -> days.forEach(day -> keys.add(new Key(client, day))));
        Map<Key, List<DaySlots>> rows = new LinkedHashMap<>();
        jdbc.sql(READ)
                .param("clients", keys.stream().map(Key::clientId).toArray(String[]::new))
                .param("days", keys.stream().map(key -> key.day().toString()).toArray(String[]::new))
                .param(
                        "earliest",
                        keys.stream().map(Key::day).min(LocalDate::compareTo).orElseThrow())
                .param(
                        "latest",
                        keys.stream().map(Key::day).max(LocalDate::compareTo).orElseThrow())
                .query((ResultSet row) -> {
                    rows.computeIfAbsent(
                                    new Key(row.getString("client_id"), row.getObject("day", LocalDate.class)),
                                    key -> new ArrayList<>())
                            .add(slots(row));
                });
        List<ClientDay> days = new ArrayList<>(rows.size());
        rows.forEach(
                (key, lengths) -> days.add(new ClientDay(key.clientId(), key.day(), installation.zone(), lengths)));
        return days;
    }

    private static DaySlots slots(ResultSet row) throws SQLException {
        return DaySlots.of(
                IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow(),
                (@Nullable Integer[]) row.getArray("energy").getArray(),
                (@Nullable Long[]) row.getArray("rank").getArray());
    }
}
