package io.consumo.api.consumption.postgres;

import io.consumo.api.ConsumoProperties;
import io.consumo.api.consumption.DailyQuery;
import io.consumo.api.request.DayRange;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.ClientDay;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.api.Page;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class PostgresDailyQuery implements DailyQuery {

    static final String KNOWS = """
            select exists (select from consumption.daily_consumption where client_id = :client)
            """;

    private static final String REACHES_INTO_THE_ARCHIVE = """
            select exists (
                select from consumption.day_state where day between :from and :to and sealed_at is not null)
            """;

    /** Days of one run are as far from their row numbers. */
    private static final String ARCHIVED = """
            select min(day) as first, max(day) as last
            from (
                select day, day - (row_number() over (order by day))::int as run
                from consumption.day_state
                where day between :from and :to and sealed_at is not null
            ) archived
            group by run
            order by first
            """;

    static final String OF_CLIENT = """
            select client_id, day, minutes, energy, rank
            from consumption.daily_consumption
            where client_id = :client and day between :from and :to
            order by day, minutes
            """;

    static final String COUNT = """
            select count(*)
            from (
                select
                from consumption.daily_consumption
                where day between :from and :to
                group by client_id, day
            ) days
            """;

    /** A day that was reported in two lengths is one entry of the page. */
    private static final String PAGE = """
            select client_id, day, minutes, energy, rank
            from (
                select client_id, day
                from consumption.daily_consumption
                where day between :from and :to and client_id >= :first
                group by client_id, day
                order by %s
                limit :limit offset :offset
            ) page
            join consumption.daily_consumption stored using (client_id, day)
            where stored.day between :from and :to
            order by %<s, minutes
            """;

    private static final String EACH = """
            select client_id, day, minutes, energy, rank
            from consumption.daily_consumption
            where day between :from and :to
            order by day, client_id, minutes
            """;

    /** Rows that are held at a time while all are read. */
    private static final int FETCHED = 1_000;

    private static final String BY_DAY = PAGE.formatted("day, client_id");
    private static final String BY_DAY_DESCENDING = PAGE.formatted("day desc, client_id");
    static final String BY_CLIENT = PAGE.formatted("client_id, day");
    private static final String BY_CLIENT_DESCENDING = PAGE.formatted("client_id desc, day");

    private final JdbcClient jdbc;
    private final DayPages pages;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    PostgresDailyQuery(JdbcClient jdbc, DayPages pages, TransactionTemplate transaction, ConsumoProperties consumo) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.transaction = transaction;
        this.zone = consumo.zone();
    }

    private record Key(String clientId, LocalDate day) {}

    @Override
    public boolean knows(String clientId) {
        return jdbc.sql(KNOWS).param("client", clientId).query(Boolean.class).single();
    }

    @Override
    public boolean reachesIntoTheArchive(DayRange range) {
        return jdbc.sql(REACHES_INTO_THE_ARCHIVE)
                .param("from", range.from())
                .param("to", range.to())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<DayRange> archived(DayRange range) {
        return jdbc.sql(ARCHIVED)
                .param("from", range.from())
                .param("to", range.to())
                .query((row, number) ->
                        new DayRange(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .list();
    }

    @Override
    public List<ClientDay> ofClient(String clientId, DayRange range) {
        return days(jdbc.sql(OF_CLIENT)
                .param("client", clientId)
                .param("from", range.from())
                .param("to", range.to()));
    }

    @Override
    public Page<ClientDay> ofAll(DayRange range, Sorting<SortField> sorting, Paging paging) {
        boolean oneDay = range.from().equals(range.to());
        if (oneDay && !(sorting.field() == SortField.CLIENT_ID && sorting.descending())) {
            DayPages.Day day = pages.of(range.from());
            DayPages.Mark mark = day.before(paging.offset());
            return paging.pageOf(
                    page(BY_CLIENT, range, mark.clientId(), paging.limit(), paging.offset() - mark.offset()),
                    day.clients());
        }
        long total = jdbc.sql(COUNT)
                .param("from", range.from())
                .param("to", range.to())
                .query(Long.class)
                .single();
        return paging.pageOf(page(ordered(sorting), range, "", paging.limit(), paging.offset()), total);
    }

    private List<ClientDay> page(String sql, DayRange range, String first, int limit, long offset) {
        return days(jdbc.sql(sql)
                .param("from", range.from())
                .param("to", range.to())
                .param("first", first)
                .param("limit", limit)
                .param("offset", offset));
    }

    /** The driver fetches piecemeal only within a transaction. */
    @Override
    public void each(DayRange range, Consumer<ClientDay> consumer) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local statement_timeout = 0").update();
            DayCollector collector = new DayCollector(consumer);
            RowCallbackHandler collect = collector::add;
            jdbc.sql(EACH)
                    .withFetchSize(FETCHED)
                    .param("from", range.from())
                    .param("to", range.to())
                    .query(collect);
            collector.end();
        });
    }

    /** Makes days of rows that come in order. */
    private final class DayCollector {

        private final Consumer<ClientDay> consumer;
        private final List<DaySlots> lengths = new ArrayList<>();
        private Key day = new Key("", LocalDate.MIN);

        DayCollector(Consumer<ClientDay> consumer) {
            this.consumer = consumer;
        }

        void add(ResultSet row) throws SQLException {
            Key next = new Key(row.getString("client_id"), row.getObject("day", LocalDate.class));
            if (!next.equals(day)) {
                end();
                day = next;
            }
            lengths.add(slots(row));
        }

        void end() {
            if (!lengths.isEmpty()) {
                consumer.accept(new ClientDay(day.clientId(), day.day(), zone, List.copyOf(lengths)));
                lengths.clear();
            }
        }
    }

    private static String ordered(Sorting<SortField> sorting) {
        return switch (sorting.field()) {
            case DAY -> sorting.descending() ? BY_DAY_DESCENDING : BY_DAY;
            case CLIENT_ID -> sorting.descending() ? BY_CLIENT_DESCENDING : BY_CLIENT;
        };
    }

    private List<ClientDay> days(JdbcClient.StatementSpec statement) {
        Map<Key, List<DaySlots>> lengths = new LinkedHashMap<>();
        RowCallbackHandler collect = row -> lengths.computeIfAbsent(
                        new Key(row.getString("client_id"), row.getObject("day", LocalDate.class)),
                        key -> new ArrayList<>())
                .add(slots(row));
        statement.query(collect);
        return lengths.entrySet().stream()
                .map(day -> new ClientDay(day.getKey().clientId(), day.getKey().day(), zone, day.getValue()))
                .toList();
    }

    private static DaySlots slots(ResultSet row) throws SQLException {
        IntervalLength length = IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow();
        return DaySlots.of(
                length, (Integer[]) elements(row.getArray("energy")), (Long[]) elements(row.getArray("rank")));
    }

    private static Object elements(Array array) throws SQLException {
        return array.getArray();
    }
}
