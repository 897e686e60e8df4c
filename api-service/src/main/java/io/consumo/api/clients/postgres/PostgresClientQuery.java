package io.consumo.api.clients.postgres;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.clients.ClientQuery;
import io.consumo.api.clients.DayFigures;
import io.consumo.api.clients.RecentFigures;
import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PostgresClientQuery implements ClientQuery {

    private static final String SPANS = """
            select client_id, min(day) as first_day, max(day) as last_day
            from consumption.daily_consumption
            group by client_id
            """;

    private static final String DAY = """
            select client_id, day as first_day, day, minutes, energy
            from consumption.daily_consumption
            where day = :day
            order by client_id, minutes
            """;

    private static final String SILENT = """
            select client_id, first_day, day, minutes, energy
            from (
                select client_id, min(day) as first_day, max(day) as last_day
                from consumption.daily_consumption
                group by client_id
                having max(day) < :since
            ) span
            join consumption.daily_consumption using (client_id)
            where day >= last_day - :windowDays
            order by client_id, day, minutes
            """;

    private static final String ONE = """
            select client_id, first_day, day, minutes, energy
            from (
                select min(day) as first_day, max(day) as last_day
                from consumption.daily_consumption
                where client_id = :client
            ) span, consumption.daily_consumption
            where client_id = :client and day >= last_day - :windowDays
            order by day, minutes
            """;

    private static final int ROWS_A_FETCH = 2_000;

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final BandHours bands;

    PostgresClientQuery(JdbcClient jdbc, ConsumoProperties consumo) {
        this.jdbc = jdbc;
        this.zone = consumo.zone();
        this.bands = consumo.bands();
    }

    @Override
    public Map<String, Span> spans() {
        Map<String, Span> spans = new HashMap<>();
        RowCallbackHandler put = row -> spans.put(
                row.getString("client_id"),
                new Span(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)));
        jdbc.sql(SPANS).query(put);
        return spans;
    }

    /** In a transaction, because only there the driver fetches the rows in portions instead of all at once. */
    @Override
    @Transactional(readOnly = true)
    public Map<String, DayFigures> day(LocalDate day) {
        Map<String, DayFigures> figures = new HashMap<>();
        read(
                jdbc.sql(DAY).param("day", day).withFetchSize(ROWS_A_FETCH),
                (client, first, days) -> figures.put(client, days.getFirst()));
        return figures;
    }

    @Override
    @Transactional(readOnly = true)
    public List<RecentFigures> silent(LocalDate since, LocalDate today, int windowDays) {
        return added(
                jdbc.sql(SILENT)
                        .param("since", since)
                        .param("windowDays", windowDays)
                        .withFetchSize(ROWS_A_FETCH),
                today,
                windowDays);
    }

    @Override
    public Optional<RecentFigures> find(String clientId, LocalDate today, int windowDays) {
        return added(jdbc.sql(ONE).param("client", clientId).param("windowDays", windowDays), today, windowDays)
                .stream()
                .findFirst();
    }

    private List<RecentFigures> added(JdbcClient.StatementSpec rows, LocalDate today, int windowDays) {
        List<RecentFigures> clients = new ArrayList<>();
        read(rows, (client, first, days) -> clients.add(RecentFigures.of(client, first, days, today, windowDays)));
        return clients;
    }

    private void read(JdbcClient.StatementSpec rows, Taker taker) {
        Adding adding = new Adding(taker);
        rows.query(adding);
        adding.finishClient();
    }

    /** Is told of each client with its days, one at least, in their order. */
    @FunctionalInterface
    private interface Taker {
        void take(String clientId, LocalDate firstDay, List<DayFigures> days);
    }

    /** Makes clients of days, and days of rows, which come in their order. */
    private final class Adding implements RowCallbackHandler {

        private final Taker taker;
        private @Nullable String clientId;
        private @Nullable LocalDate firstDay;
        private @Nullable LocalDate day;
        private List<DayFigures> days = new ArrayList<>();
        private List<DaySlots> lengths = new ArrayList<>();

        Adding(Taker taker) {
            this.taker = taker;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            String nextClient = row.getString("client_id");
            LocalDate nextDay = row.getObject("day", LocalDate.class);
            if (!nextClient.equals(clientId)) {
                finishClient();
            } else if (!nextDay.equals(day)) {
                finishDay();
            }
            clientId = nextClient;
            day = nextDay;
            firstDay = row.getObject("first_day", LocalDate.class);
            lengths.add(slots(IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow(), (Integer[])
                    row.getArray("energy").getArray()));
        }

        /** Energies are all that sums need, and half of what a row weighs. */
        private static DaySlots slots(IntervalLength length, @Nullable Integer[] energy) {
            DaySlots slots = DaySlots.empty(length, energy.length);
            for (int slot = 0; slot < energy.length; slot++) {
                Integer value = energy[slot];
                if (value != null) {
                    slots.put(slot, value, 0);
                }
            }
            return slots;
        }

        private void finishDay() {
            if (clientId != null && day != null && !lengths.isEmpty()) {
                days.add(DayFigures.of(new ClientDay(clientId, day, zone, lengths), bands));
                lengths = new ArrayList<>();
            }
        }

        private void finishClient() {
            finishDay();
            if (clientId != null && firstDay != null && !days.isEmpty()) {
                taker.take(clientId, firstDay, days);
                days = new ArrayList<>();
            }
        }
    }
}
