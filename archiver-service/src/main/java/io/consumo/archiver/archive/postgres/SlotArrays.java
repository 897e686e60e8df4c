package io.consumo.archiver.archive.postgres;

import io.consumo.archiver.files.domain.DayRow;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.store.StoredDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that hold a client's day as two arrays. */
final class SlotArrays {

    private SlotArrays() {}

    /** Of the columns client_id, minutes, energy and rank. */
    static DayRow row(ResultSet row) throws SQLException {
        IntervalLength length = IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow();
        return new DayRow(
                row.getString("client_id"),
                DaySlots.of(length, (@Nullable Integer[]) row.getArray("energy").getArray(), (@Nullable Long[])
                        row.getArray("rank").getArray()));
    }

    /** Those of one client, in order of days. */
    static List<StoredDay> days(JdbcClient.StatementSpec query, String clientId) {
        Map<LocalDate, List<DaySlots>> days = new LinkedHashMap<>();
        query.query((ResultSet row) -> {
            days.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                    .add(row(row).slots());
        });
        return days.entrySet().stream()
                .map(day -> StoredDay.of(clientId, day.getKey(), day.getValue()))
                .toList();
    }
}
