package io.consumo.consumer.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.ingest.DailyStore;
import io.consumo.consumer.ingest.DayPatch;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import io.consumo.stack.TestStores;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever the order, the batches and the interleaving of two consumers: the rows are the same. */
class PostgresDailyStoreIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 24);
    private static final int SLOTS_OF_AN_HOUR_MORE = 25;

    private static DriverManagerDataSource database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void migrate() {
        database = new DriverManagerDataSource(TestStores.freshPostgres(), "consumo_consumer", "consumo");
        jdbc = new JdbcTemplate(database);
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("consumption")
                .createSchemas(false)
                .load()
                .migrate();
    }

    /** One value for one slot. */
    private record Value(DayPatch.Key key, int slot, int energy, long rank) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRowsDoNotDependOnOrderBatchesOrInterleaving(long seed) throws InterruptedException, ExecutionException {
        jdbc.update("delete from daily_consumption");
        Random random = new Random(seed);
        // Days of its own, so that both consumers find them without a partition.
        List<Value> values = values(random, FIRST.plusDays(10 * seed));
        Map<DayPatch.Key, DaySlots> expected = merged(values);

        List<Value> twice = new ArrayList<>(values);
        twice.addAll(values);
        Collections.shuffle(twice, random);
        try (ExecutorService consumers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> batches = new ArrayList<>();
            List<DailyStore> stores = List.of(store(), store());
            for (int begin = 0; begin < twice.size(); ) {
                int end = Math.min(twice.size(), begin + 1 + random.nextInt(40));
                Collection<DayPatch> batch = patches(merged(twice.subList(begin, end)));
                DailyStore store = stores.get(random.nextInt(2));
                batches.add(consumers.submit(() -> store.store(batch, Map.of(random.nextInt(12), 1))));
                begin = end;
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        }
        assertThat(rows()).isEqualTo(expected);
        // Each changed client-day is marked, so its month and cases will follow.
        assertThat(jdbc.queryForObject("select count(distinct (client_id, day)) from dirty_mark", Integer.class))
                .isGreaterThanOrEqualTo((int) expected.keySet().stream()
                        .map(key -> key.clientId() + key.day())
                        .distinct()
                        .count());
    }

    @Test
    void whatWasSentBeforeItsClientWasErasedIsNotStoredAgain() {
        jdbc.update("delete from daily_consumption");
        DayPatch.Key erased = new DayPatch.Key(FIRST.minusDays(1), "C-erased", 60);
        DayPatch.Key other = new DayPatch.Key(FIRST.minusDays(1), "C-other", 60);
        long before = Precedence.rank(Quality.MEASURED, System.currentTimeMillis() - 1_000);
        long after = Precedence.rank(Quality.MEASURED, System.currentTimeMillis() + 60_000);
        List<Value> sent = List.of(new Value(erased, 3, 777, before), new Value(other, 3, 888, before));
        store().store(patches(merged(sent)), Map.of(1, 2));

        assertThat(jdbc.queryForObject("select erase_client('C-erased')", Long.class))
                .isEqualTo(1);
        store().store(patches(merged(sent)), Map.of(1, 2));

        assertThat(rows().keySet()).containsExactly(other);
        assertThat(jdbc.queryForObject("select count(*) from dirty_mark where client_id = 'C-erased'", Long.class))
                .isZero();
        store().store(patches(merged(List.of(new Value(erased, 4, 5, after)))), Map.of(1, 1));
        assertThat(rows().keySet()).containsExactly(erased, other);
        assertThat(rows().get(erased).has(3)).isFalse();
        jdbc.update("delete from erased_client");
    }

    @Test
    void anErasureWaitsForTheBatchThatIsUnderWay() throws Exception {
        DayPatch.Key key = new DayPatch.Key(FIRST.minusDays(1), "C-racing", 60);
        long before = Precedence.rank(Quality.MEASURED, System.currentTimeMillis() - 1_000);
        try (Connection batch = database.getConnection();
                Statement statement = batch.createStatement()) {
            batch.setAutoCommit(false);
            statement.execute("select count(*) from erased_client");
            Thread erasing = Thread.ofVirtual().start(() -> jdbc.execute("select erase_client('C-racing')"));
            assertThat(erasing.join(Duration.ofMillis(300))).isFalse();
            batch.commit();
            assertThat(erasing.join(Duration.ofSeconds(10))).isTrue();
        }
        store().store(patches(merged(List.of(new Value(key, 0, 1, before)))), Map.of(1, 1));
        assertThat(rows().keySet()).doesNotContain(key);
        jdbc.update("delete from erased_client");
    }

    private static DailyStore store() {
        return new PostgresDailyStore(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    /** Few clients and slots, so that values meet: in three lengths, over the day of 25 hours. */
    private static List<Value> values(Random random, LocalDate first) {
        List<Value> values = new ArrayList<>();
        for (int index = 0; index < 400; index++) {
            int minutes = IntervalLength.allowedMinutes().get(random.nextInt(3));
            values.add(new Value(
                    new DayPatch.Key(first.plusDays(random.nextInt(3)), "C-" + random.nextInt(4), minutes),
                    random.nextInt(6),
                    random.nextInt(50),
                    Precedence.rank(random.nextBoolean() ? Quality.MEASURED : Quality.ESTIMATED, random.nextInt(4))));
        }
        return values;
    }

    private static Map<DayPatch.Key, DaySlots> merged(List<Value> values) {
        Map<DayPatch.Key, DaySlots> merged = new TreeMap<>();
        for (Value value : values) {
            IntervalLength length =
                    IntervalLength.ofMinutes(value.key().minutes()).orElseThrow();
            merged.computeIfAbsent(value.key(), key -> DaySlots.empty(length, SLOTS_OF_AN_HOUR_MORE * length.perHour()))
                    .put(value.slot(), value.energy(), value.rank());
        }
        return merged;
    }

    private static Collection<DayPatch> patches(Map<DayPatch.Key, DaySlots> merged) {
        return merged.entrySet().stream()
                .map(entry -> new DayPatch(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<DayPatch.Key, DaySlots> rows() {
        Map<DayPatch.Key, DaySlots> rows = new TreeMap<>();
        jdbc.query("select client_id, day, minutes, energy, rank from daily_consumption", (ResultSet row) -> {
            rows.put(
                    new DayPatch.Key(
                            row.getObject("day", LocalDate.class), row.getString("client_id"), row.getInt("minutes")),
                    DaySlots.of(
                            IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow(),
                            (@Nullable Integer[]) row.getArray("energy").getArray(),
                            (@Nullable Long[]) row.getArray("rank").getArray()));
        });
        return rows;
    }
}
