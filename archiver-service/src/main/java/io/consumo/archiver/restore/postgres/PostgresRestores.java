package io.consumo.archiver.restore.postgres;

import io.consumo.archiver.files.domain.DayRow;
import io.consumo.archiver.restore.Restores;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.RestoreRequest;
import io.consumo.model.store.StoredDay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code archive.restore} and {@code archive.restored_daily}, which has a partition for each restore. */
@Repository
class PostgresRestores implements Restores {

    private static final String COLUMNS = """
            select id, from_day, to_day, client_id, state, rows, expires_at, created_by, created_at, released_at
            from archive.restore
            """;

    private static final String BEGIN = """
            insert into archive.restore (from_day, to_day, client_id, state, rows, expires_at, created_by, created_at)
            values (:from, :to, :client, 'LOADING', 0, :expires, :who, :at)
            returning id
            """;

    /** No partition yet: as one it would keep all others from reading until it is full. */
    private static final String MAKE_PLACE = """
            create table archive.restored_daily_%d
                (like archive.restored_daily including all, check (restore_id = %<d))
            """;

    private static final String SHOW = """
            alter table archive.restored_daily attach partition archive.restored_daily_%d for values in (%<d)
            """;

    private static final String LOAD = """
            insert into archive.restored_daily_%d (restore_id, client_id, day, minutes, energy, rank)
            values (%<d, ?, ?, ?, ?, ?)
            """;

    private static final String READY = "update archive.restore set state = 'READY', rows = ? where id = ?";

    private static final String RELEASE = """
            update archive.restore set state = 'RELEASED', released_at = :at where id = :id and state <> 'RELEASED'
            """;

    private static final String OF_CLIENT = """
            select distinct on (d.day, d.minutes) d.day, d.minutes, d.energy, d.rank
            from archive.restored_daily d
            where d.client_id = :client and d.day between :from and :to
            order by d.day, d.minutes, d.restore_id desc
            """;

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    PostgresRestores(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
    }

    @Override
    public List<ArchiveRestore> all() {
        return jdbc.sql(COLUMNS + "order by id desc")
                .query(PostgresRestores::restore)
                .list();
    }

    @Override
    public List<ArchiveRestore> expired(Instant at) {
        return jdbc.sql(COLUMNS + "where state <> 'RELEASED' and expires_at <= :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(PostgresRestores::restore)
                .list();
    }

    @Override
    public String begin(RestoreRequest request, String who, Instant at, Instant expiresAt) {
        return jdbc.sql(BEGIN)
                .param("from", request.from())
                .param("to", request.to())
                .param("client", request.clientId())
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    /** In one transaction, so that a restore which was interrupted leaves nothing but its entry. */
    @Override
    public void load(String id, Consumer<BiConsumer<LocalDate, DayRow>> days) {
        long number = Long.parseLong(id);
        transaction.executeWithoutResult(status -> {
            template.execute(MAKE_PLACE.formatted(number));
            long rows = loaded(number, days);
            template.execute(SHOW.formatted(number));
            template.update(READY, rows, number);
        });
    }

    private long loaded(long number, Consumer<BiConsumer<LocalDate, DayRow>> days) {
        Long rows = template.execute((ConnectionCallback<Long>) connection -> {
            try (PreparedStatement insert = connection.prepareStatement(LOAD.formatted(number))) {
                Loading loading = new Loading(connection, insert);
                days.accept(loading);
                insert.executeBatch();
                return loading.rows;
            }
        });
        return rows == null ? 0 : rows;
    }

    /** Collects rows and sends them in batches. */
    private static final class Loading implements BiConsumer<LocalDate, DayRow> {

        private final Connection connection;
        private final PreparedStatement insert;
        private long rows;
        private int waiting;

        private Loading(Connection connection, PreparedStatement insert) {
            this.connection = connection;
            this.insert = insert;
        }

        @Override
        public void accept(LocalDate day, DayRow row) {
            try {
                StoredDay.Slots slots = StoredDay.Slots.of(row.slots());
                insert.setString(1, row.clientId());
                insert.setObject(2, day);
                insert.setInt(3, row.minutes());
                insert.setArray(
                        4, connection.createArrayOf("int4", slots.energy().toArray()));
                insert.setArray(5, connection.createArrayOf("int8", slots.rank().toArray()));
                insert.addBatch();
                rows += row.slots().present();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            } catch (SQLException e) {
                throw new UncategorizedSQLException("restore", LOAD, e);
            }
        }
    }

    @Override
    public boolean release(String id, Instant at) {
        if (!id.matches("\\d{1,18}")) {
            return false;
        }
        long number = Long.parseLong(id);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            template.execute("drop table if exists archive.restored_daily_" + number);
            return jdbc.sql(RELEASE)
                            .param("id", number)
                            .param("at", at.atOffset(ZoneOffset.UTC))
                            .update()
                    > 0;
        }));
    }

    @Override
    public List<StoredDay> ofClient(String clientId, LocalDate from, LocalDate to) {
        Map<LocalDate, List<DaySlots>> days = new LinkedHashMap<>();
        jdbc.sql(OF_CLIENT)
                .param("client", clientId)
                .param("from", from)
                .param("to", to)
                .query((ResultSet row) -> {
                    days.computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>())
                            .add(slots(row));
                });
        return days.entrySet().stream()
                .map(day -> StoredDay.of(clientId, day.getKey(), day.getValue()))
                .toList();
    }

    private static DaySlots slots(ResultSet row) throws SQLException {
        return DaySlots.of(
                IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow(),
                (@Nullable Integer[]) row.getArray("energy").getArray(),
                (@Nullable Long[]) row.getArray("rank").getArray());
    }

    private static ArchiveRestore restore(ResultSet row, int index) throws SQLException {
        OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
        return new ArchiveRestore(
                row.getString("id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("client_id"),
                row.getString("state"),
                row.getLong("rows"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                released == null ? null : released.toInstant());
    }
}
