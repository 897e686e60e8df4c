package io.consumo.api.clients.postgres;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.clients.ClientQuery;
import io.consumo.model.ClientDay;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class PostgresClientQuery implements ClientQuery {

    private static final String ALL = """
            select client_id, first_day, day, minutes, energy
            from (
                select client_id, min(day) as first_day, max(day) as last_day
                from consumption.daily_consumption
                group by client_id
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

    PostgresClientQuery(JdbcClient jdbc, ConsumoProperties consumo) {
        this.jdbc = jdbc;
        this.zone = consumo.zone();
    }

    /** In a transaction, because only there the driver streams rows instead of holding them all. */
    @Override
    @Transactional(readOnly = true)
    public void forEach(int windowDays, Consumer<RecentDays> client) {
        Grouping grouping = new Grouping(client);
        jdbc.sql(ALL)
                .param("windowDays", windowDays)
                .withFetchSize(ROWS_A_FETCH)
                .query(grouping);
        grouping.finish();
    }

    @Override
    public Optional<RecentDays> find(String clientId, int windowDays) {
        List<RecentDays> found = new ArrayList<>(1);
        Grouping grouping = new Grouping(found::add);
        jdbc.sql(ONE).param("client", clientId).param("windowDays", windowDays).query(grouping);
        grouping.finish();
        return found.stream().findFirst();
    }

    /** Makes clients and days of rows in their order. */
    private final class Grouping implements RowCallbackHandler {

        private final Consumer<RecentDays> client;
        private @Nullable String clientId;
        private @Nullable LocalDate firstDay;
        private @Nullable LocalDate day;
        private List<ClientDay> days = new ArrayList<>();
        private List<DaySlots> lengths = new ArrayList<>();

        Grouping(Consumer<RecentDays> client) {
            this.client = client;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            String nextClient = row.getString("client_id");
            LocalDate nextDay = row.getObject("day", LocalDate.class);
            if (!nextClient.equals(clientId)) {
                finish();
            } else if (!nextDay.equals(day)) {
                finishDay();
            }
            clientId = nextClient;
            day = nextDay;
            firstDay = row.getObject("first_day", LocalDate.class);
            IntervalLength length =
                    IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow();
            lengths.add(slots(length, (Integer[]) row.getArray("energy").getArray()));
        }

        /** Energies are all that a summary needs, and half of what a row weighs. */
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
                days.add(new ClientDay(clientId, day, zone, lengths));
                lengths = new ArrayList<>();
            }
        }

        void finish() {
            finishDay();
            if (clientId != null && firstDay != null && !days.isEmpty()) {
                client.accept(new RecentDays(clientId, firstDay, days));
                days = new ArrayList<>();
            }
        }
    }
}
