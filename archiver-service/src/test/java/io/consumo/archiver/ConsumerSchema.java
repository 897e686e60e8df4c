package io.consumo.archiver;

import io.consumo.stack.TestStores;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The consumer's schema as the consumer makes it, in a database of its own, and rows as it writes them. */
public record ConsumerSchema(String url, ZoneId zone, JdbcClient jdbc) {

    private static final String ROLE = "consumo_consumer";
    private static final String PASSWORD = "consumo";

    public static ConsumerSchema create(String zone) {
        String url = TestStores.freshPostgres();
        Flyway.configure()
                .dataSource(url, ROLE, PASSWORD)
                .defaultSchema("consumption")
                .locations("filesystem:../consumer-service/src/main/resources/db/migration")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, ROLE, PASSWORD));
        jdbc.sql("insert into consumption.installation (zone) values (:zone)")
                .param("zone", zone)
                .update();
        return new ConsumerSchema(url, ZoneId.of(zone), jdbc);
    }

    public void insert(String clientId, LocalDate day, int minutes, Instant updatedAt) {
        jdbc.sql("select consumption.ensure_partition(:day)")
                .param("day", day)
                .query()
                .listOfRows();
        jdbc.sql("""
                insert into consumption.daily_consumption (client_id, day, minutes, energy, rank, updated_at)
                values (:client, :day, :minutes, array[4120], array[1], :at)
                """)
                .param("client", clientId)
                .param("day", day)
                .param("minutes", minutes)
                .param("at", updatedAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A value for a slot of a client's day. */
    public record Value(String clientId, LocalDate day, int minutes, int slot, int energy, long rank) {}

    /** Stores a batch as the consumer does: the same statements in the same order, in one transaction. */
    public void receive(List<Value> batch) {
        String[] days = batch.stream()
                .map(value -> value.day().toString())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        jdbc.sql("insert into consumption.day_state (day) select unnest(:days::date[]) on conflict do nothing")
                .param("days", days)
                .update();
        jdbc.sql("select consumption.ensure_partition(day) from unnest(:days::date[]) day")
                .param("days", days)
                .query()
                .listOfRows();
        DriverManagerDataSource source = new DriverManagerDataSource(url, ROLE, PASSWORD);
        new TransactionTemplate(new DataSourceTransactionManager(source))
                .executeWithoutResult(status -> store(JdbcClient.create(source), batch, days));
    }

    private void store(JdbcClient transaction, List<Value> batch, String[] days) {
        Set<LocalDate> sealed = new HashSet<>();
        transaction.sql("""
                select day, sealed_at is not null as sealed from consumption.day_state
                where day = any (:days::date[]) order by day for share
                """).param("days", days).query((ResultSet row) -> {
            if (row.getBoolean("sealed")) {
                sealed.add(row.getObject("day", LocalDate.class));
            }
        });
        batch.stream().sorted(Comparator.comparing(Value::clientId)).forEach(value -> {
            if (sealed.contains(value.day())) {
                with(transaction.sql("""
                        insert into consumption.late_reading (client_id, day, minutes, slot, energy, rank)
                        values (:client, :day, :minutes, :slot, :energy, :rank)
                        """), value).update();
                return;
            }
            with(transaction.sql("""
                    insert into consumption.daily_consumption as d (client_id, day, minutes, energy, rank)
                    select :client, :day, :minutes,
                           array_agg(case s when :slot then :energy end order by s),
                           array_agg(case s when :slot then :rank end order by s)
                    from generate_series(0, consumption.slots_of(:day, :minutes) - 1) s
                    on conflict (client_id, day, minutes) do update set
                        (energy, rank) = (select m.energy, m.rank
                            from consumption.merge_slots(d.energy, d.rank, excluded.energy, excluded.rank) m),
                        updated_at = clock_timestamp()
                    where consumption.takes_slots(d.rank, d.energy, excluded.rank, excluded.energy)
                    """), value).update();
            with(transaction.sql("""
                    insert into consumption.dirty_mark (client_id, day)
                    select :client, :day where :minutes::int + :slot::int + :energy::int + :rank::bigint >= 0
                    """), value).update();
        });
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Value value) {
        return statement
                .param("client", value.clientId())
                .param("day", value.day())
                .param("minutes", value.minutes())
                .param("slot", value.slot())
                .param("energy", value.energy())
                .param("rank", value.rank());
    }

    /** Has months and cases follow, as far as PostgreSQL shows it. */
    public void follow() {
        jdbc.sql("delete from consumption.dirty_mark").update();
    }

    /** As if nothing had been written to the days for long. */
    public void age() {
        jdbc.sql("update consumption.daily_consumption set updated_at = now() - interval '9 days'")
                .update();
    }

    public long bytesOf(LocalDate day) {
        return jdbc.sql("select pg_total_relation_size(:partition::regclass)")
                .param(
                        "partition",
                        "consumption.daily_consumption_" + day.toString().replace("-", ""))
                .query(Long.class)
                .single();
    }

    public int rows() {
        return jdbc.sql("select count(*) from consumption.daily_consumption")
                .query(Integer.class)
                .single();
    }

    /** Without any day, partitions included. */
    public void empty() {
        jdbc.sql("""
                do $$ declare partition regclass; begin
                    for partition in select inhrelid::regclass from pg_inherits
                                     where inhparent = 'consumption.daily_consumption'::regclass loop
                        execute 'drop table ' || partition;
                    end loop;
                    truncate consumption.day_state, consumption.late_reading, consumption.dirty_mark, consumption.held_daily,
                        consumption.erased_client;
                end $$
                """).update();
    }
}
