package io.consumo.api.clients.postgres;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.clients.ClientQuery;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostgresClientQuery implements ClientQuery {

    /**
     * Clients that always reported in one length, nearly all of them, are added up where they are stored: thousands of
     * them have millions of slots.
     */
    private static final String SUMS = """
            with span as (
                select client_id, min(day) as first_day, max(day) as last_day
                from consumption.daily_consumption
                group by client_id
                having min(minutes) = max(minutes)
            ),
            nights as (
                -- An hour more or less than the clock says on the days when it changes.
                select day, extract(epoch from (day + make_interval(hours => :morning)) at time zone :zone
                                               - day::timestamp at time zone :zone) / 3600 as hours
                from (select distinct day from consumption.daily_consumption) days
            ),
            sums as (
                select client_id, first_day, last_day, day = :today as under_way, min(day) as begin, max(day) as finish,
                       count(*) filter (where slot = 1) as days, coalesce(sum(value), 0) as total,
                       coalesce(sum(value) filter (where slot <= hours * 60 / minutes), 0) as night,
                       count(value) as readings, count(*) as expected
                from span
                join consumption.daily_consumption using (client_id)
                join nights using (day), unnest(energy) with ordinality as slots (value, slot)
                where day >= last_day - :windowDays
                group by client_id, first_day, last_day, under_way
            )
            select distinct on (client_id) client_id, first_day, last_day, finish - begin + 1 as span, days, total, night,
                   readings, expected
            from sums
            order by client_id, under_way
            """;

    /** Which length counts for which hour is for ClientDay to say. */
    private static final String CHANGED_LENGTH = """
            select client_id, first_day, day, minutes, energy
            from (
                select client_id, min(day) as first_day, max(day) as last_day
                from consumption.daily_consumption
                group by client_id
                having min(minutes) <> max(minutes)
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

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final BandHours bands;

    PostgresClientQuery(JdbcClient jdbc, ConsumoProperties consumo) {
        this.jdbc = jdbc;
        this.zone = consumo.zone();
        this.bands = consumo.bands();
    }

    @Override
    public List<RecentFigures> all(LocalDate today, int windowDays) {
        List<RecentFigures> all = new ArrayList<>(jdbc.sql(SUMS)
                .param("today", today)
                .param("windowDays", windowDays)
                .param("morning", bands.morning())
                .param("zone", zone.getId())
                .query(PostgresClientQuery::figures)
                .list());
        all.addAll(added(jdbc.sql(CHANGED_LENGTH).param("windowDays", windowDays), today));
        return all;
    }

    @Override
    public Optional<RecentFigures> find(String clientId, LocalDate today, int windowDays) {
        return added(jdbc.sql(ONE).param("client", clientId).param("windowDays", windowDays), today).stream()
                .findFirst();
    }

    private List<RecentFigures> added(JdbcClient.StatementSpec rows, LocalDate today) {
        Adding adding = new Adding(today);
        rows.query(adding);
        return adding.finished();
    }

    private static RecentFigures figures(ResultSet row, int number) throws SQLException {
        return new RecentFigures(
                row.getString("client_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("span"),
                row.getInt("days"),
                row.getLong("total"),
                row.getLong("night"),
                row.getLong("readings"),
                row.getLong("expected"));
    }

    /** Makes clients of days, and days of rows, which come in their order. */
    private final class Adding implements RowCallbackHandler {

        private final LocalDate today;
        private final List<RecentFigures> clients = new ArrayList<>();
        private @Nullable String clientId;
        private @Nullable LocalDate firstDay;
        private @Nullable LocalDate day;
        private List<ClientDay> days = new ArrayList<>();
        private List<DaySlots> lengths = new ArrayList<>();

        Adding(LocalDate today) {
            this.today = today;
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

        List<RecentFigures> finished() {
            finishClient();
            return clients;
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
                days.add(new ClientDay(clientId, day, zone, lengths));
                lengths = new ArrayList<>();
            }
        }

        private void finishClient() {
            finishDay();
            if (firstDay != null && !days.isEmpty()) {
                clients.add(RecentFigures.of(firstDay, days, today, bands));
                days = new ArrayList<>();
            }
        }
    }
}
