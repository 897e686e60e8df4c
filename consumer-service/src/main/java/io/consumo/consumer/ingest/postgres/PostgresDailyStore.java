package io.consumo.consumer.ingest.postgres;

import io.consumo.consumer.ingest.DailyStore;
import io.consumo.consumer.ingest.DayPatch;
import io.consumo.model.DaySlots;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Day rows in {@code consumption.daily_consumption}, one partition a day. */
@Repository
class PostgresDailyStore implements DailyStore {

    private static final String MERGE_ROW = """
            insert into daily_consumption as d (client_id, day, minutes, energy, rank)
            values (?, ?, ?, ?, ?)
            on conflict (client_id, day, minutes) do update set
                (energy, rank) = (
                    select m.energy, m.rank from merge_slots(d.energy, d.rank, excluded.energy, excluded.rank) m),
                updated_at = clock_timestamp()
            where takes_slots(d.rank, d.energy, excluded.rank, excluded.energy)
            """;

    private static final String KNOW_DAYS = """
            insert into day_state (day) select unnest(?::date[]) on conflict do nothing
            """;

    /** Nobody seals these days before this transaction ends. */
    private static final String HOLD_OPEN_DAYS = """
            select day, sealed_at from day_state where day = any (?::date[]) order by day for share
            """;

    private static final String FILE_LATE = """
            insert into late_reading (client_id, day, minutes, slot, energy, rank) values (?, ?, ?, ?, ?, ?)
            """;

    private static final String MARK = """
            insert into dirty_mark (client_id, day)
            select distinct client_id, day from unnest(?::text[], ?::date[]) as changed (client_id, day)
            """;

    private static final String COUNT_ARRIVALS = """
            insert into ingest_progress as p (topic_partition, readings, last_reading_at)
            values (?, ?, clock_timestamp())
            on conflict (topic_partition) do update set
                readings = p.readings + excluded.readings, last_reading_at = excluded.last_reading_at
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Set<LocalDate> knownDays = ConcurrentHashMap.newKeySet();

    PostgresDailyStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void store(Collection<DayPatch> patches, Map<Integer, Integer> arrivals) {
        Set<LocalDate> days = new TreeSet<>();
        patches.forEach(patch -> days.add(patch.key().day()));
        prepare(days);
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
                    Set<LocalDate> sealed = holdOpen(connection, days);
                    Map<Boolean, List<DayPatch>> bySeal = ErasedClients.leftOut(connection, patches).stream()
                            .collect(Collectors.partitioningBy(
                                    patch -> sealed.contains(patch.key().day())));
                    fileLate(connection, bySeal.getOrDefault(true, List.of()));
                    mergeRows(connection, bySeal.getOrDefault(false, List.of()));
                    mark(connection, bySeal.getOrDefault(false, List.of()));
                    countArrivals(connection, new TreeMap<>(arrivals));
                    return null;
                });
            });
        } catch (RuntimeException e) {
            // Perhaps a day went away that we believed to be there.
            knownDays.clear();
            throw e;
        }
    }

    /** In transactions of their own, since no writer should hold rows while it waits to make a partition. */
    private void prepare(Set<LocalDate> days) {
        Set<LocalDate> news = new TreeSet<>(days);
        news.removeAll(knownDays);
        if (!news.isEmpty()) {
            jdbc.update(KNOW_DAYS, (Object) days(news));
            for (LocalDate day : news) {
                jdbc.query("select ensure_partition(?)", row -> {}, day);
            }
            knownDays.addAll(news);
        }
    }

    private static String[] days(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static Set<LocalDate> holdOpen(Connection connection, Set<LocalDate> days) throws SQLException {
        Set<LocalDate> sealed = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(HOLD_OPEN_DAYS)) {
            statement.setArray(1, connection.createArrayOf("date", days(days)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getObject("sealed_at") != null) {
                        sealed.add(rows.getObject("day", LocalDate.class));
                    }
                }
            }
        }
        return sealed;
    }

    private static void fileLate(Connection connection, List<DayPatch> patches) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FILE_LATE)) {
            for (DayPatch patch : patches) {
                for (int slot = 0; slot < patch.slots().size(); slot++) {
                    if (patch.slots().has(slot)) {
                        statement.setString(1, patch.key().clientId());
                        statement.setObject(2, patch.key().day());
                        statement.setInt(3, patch.key().minutes());
                        statement.setInt(4, slot);
                        statement.setInt(5, patch.slots().energy(slot));
                        statement.setLong(6, patch.slots().rank(slot));
                        statement.addBatch();
                    }
                }
            }
            statement.executeBatch();
        }
    }

    private static void mergeRows(Connection connection, Collection<DayPatch> patches) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MERGE_ROW)) {
            for (DayPatch patch : patches) {
                DayPatch.Key key = patch.key();
                statement.setString(1, key.clientId());
                statement.setObject(2, key.day());
                statement.setInt(3, key.minutes());
                setSlots(connection, statement, patch.slots());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void setSlots(Connection connection, PreparedStatement statement, DaySlots slots)
            throws SQLException {
        @Nullable Integer[] energy = new Integer[slots.size()];
        @Nullable Long[] rank = new Long[slots.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.has(slot)) {
                energy[slot] = slots.energy(slot);
                rank[slot] = slots.rank(slot);
            }
        }
        statement.setArray(4, connection.createArrayOf("int4", energy));
        statement.setArray(5, connection.createArrayOf("int8", rank));
    }

    private static void mark(Connection connection, Collection<DayPatch> patches) throws SQLException {
        Array clients = connection.createArrayOf(
                "text", patches.stream().map(patch -> patch.key().clientId()).toArray(String[]::new));
        Array days = connection.createArrayOf(
                "date", days(patches.stream().map(patch -> patch.key().day()).toList()));
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setArray(1, clients);
            statement.setArray(2, days);
            statement.executeUpdate();
        }
    }

    private static void countArrivals(Connection connection, Map<Integer, Integer> arrivals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT_ARRIVALS)) {
            for (Map.Entry<Integer, Integer> arrival : arrivals.entrySet()) {
                statement.setInt(1, arrival.getKey());
                statement.setInt(2, arrival.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
