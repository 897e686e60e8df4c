package io.consumo.consumer.ingest.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.ingest.DayPatch;
import io.consumo.model.DayGrid;
import io.consumo.model.DaySlots;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import io.consumo.stack.TestStores;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each slot ends up with the best of its values, in whatever order, batches and repetition they come. */
class AnyBatchesIT {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** Of 23, 24 and 25 hours. */
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 3, 29), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 10, 25));

    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private static JdbcTemplate jdbc;
    private static PostgresDailyStore store;

    @BeforeContainer
    static void migrate() {
        DriverManagerDataSource database =
                new DriverManagerDataSource(TestStores.freshPostgres(), "consumo_consumer", "consumo");
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("consumption")
                .createSchemas(false)
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        store = new PostgresDailyStore(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    private record Slot(LocalDate day, IntervalLength length, int number) {}

    private record Value(Slot slot, Quality quality, int revision, int energy) {

        private static final Comparator<Value> PRECEDENCE = Comparator.comparing(
                        (Value value) -> value.quality() == Quality.MEASURED)
                .thenComparing(Value::revision)
                .thenComparing(Value::energy);

        String stored() {
            return energy + " " + quality + " " + revision;
        }
    }

    @Provide
    Arbitrary<Value> values() {
        Arbitrary<Slot> slots = Combinators.combine(
                        Arbitraries.of(DAYS), Arbitraries.of(IntervalLength.class), Arbitraries.of(0, 1, 2, -1))
                .as((day, length, number) ->
                        new Slot(day, length, number < 0 ? new DayGrid(day, MADRID, length).slots() - 1 : number));
        return Combinators.combine(
                        slots,
                        Arbitraries.of(Quality.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 9))
                .as(Value::new);
    }

    @Property(tries = 60)
    void theBestValueStays(
            @ForAll @NotEmpty @Size(max = 20) List<@From("values") Value> values,
            @ForAll @Size(max = 20) List<@IntRange(max = 19) Integer> repeated,
            @ForAll @NotEmpty @Size(max = 10) List<@IntRange(min = 1, max = 6) Integer> batchSizes) {
        List<Value> arriving = new ArrayList<>(values);
        repeated.forEach(index -> arriving.add(values.get(index % values.size())));
        String client = "C-" + CLIENTS.incrementAndGet();
        for (int batch = 0, begin = 0; begin < arriving.size(); batch++) {
            int end = Math.min(arriving.size(), begin + batchSizes.get(batch % batchSizes.size()));
            store.store(patches(client, arriving.subList(begin, end)), Map.of());
            begin = end;
        }
        Map<String, String> best = new TreeMap<>();
        values.stream()
                .sorted(Value.PRECEDENCE)
                .forEach(value -> best.put(value.slot().toString(), value.stored()));
        assertThat(stored(client)).isEqualTo(best);
    }

    private static List<DayPatch> patches(String client, List<Value> batch) {
        Map<DayPatch.Key, DaySlots> patches = new TreeMap<>();
        for (Value value : batch) {
            Slot slot = value.slot();
            patches.computeIfAbsent(
                            new DayPatch.Key(slot.day(), client, slot.length().minutes()),
                            key -> DaySlots.empty(
                                    slot.length(), new DayGrid(slot.day(), MADRID, slot.length()).slots()))
                    .put(slot.number(), value.energy(), Precedence.rank(value.quality(), value.revision()));
        }
        return patches.entrySet().stream()
                .map(patch -> new DayPatch(patch.getKey(), patch.getValue()))
                .toList();
    }

    /** Slot to what it holds. */
    private static Map<String, String> stored(String client) {
        Map<String, String> stored = new TreeMap<>();
        jdbc.query(
                """
                select day, minutes, slot - 1 as slot, energy[slot] as energy, rank[slot] as rank
                from daily_consumption, generate_subscripts(energy, 1) as slot
                where client_id = ? and energy[slot] is not null
                """,
                row -> {
                    long rank = row.getLong("rank");
                    Slot slot = new Slot(
                            row.getObject("day", LocalDate.class),
                            IntervalLength.ofMinutes(row.getInt("minutes")).orElseThrow(),
                            row.getInt("slot"));
                    stored.put(
                            slot.toString(),
                            row.getInt("energy") + " " + Precedence.quality(rank) + " " + Precedence.revision(rank));
                },
                client);
        return stored;
    }
}
