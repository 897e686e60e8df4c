package io.consumo.archiver;

import io.consumo.stack.TestStores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The consumer's schema as the consumer makes it, in a database of its own, and rows as it writes them. */
record ConsumerSchema(String url, ZoneId zone, JdbcClient jdbc) {

    private static final String ROLE = "consumo_consumer";
    private static final String PASSWORD = "consumo";

    static ConsumerSchema create(String zone) {
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

    void insert(String clientId, LocalDate day, int minutes, Instant updatedAt) {
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

    long bytesOf(LocalDate day) {
        return jdbc.sql("select pg_total_relation_size(:partition::regclass)")
                .param(
                        "partition",
                        "consumption.daily_consumption_" + day.toString().replace("-", ""))
                .query(Long.class)
                .single();
    }

    int rows() {
        return jdbc.sql("select count(*) from consumption.daily_consumption")
                .query(Integer.class)
                .single();
    }

    /** Without any day, partitions included. */
    void empty() {
        jdbc.sql("""
                do $$ declare partition regclass; begin
                    for partition in select inhrelid::regclass from pg_inherits
                                     where inhparent = 'consumption.daily_consumption'::regclass loop
                        execute 'drop table ' || partition;
                    end loop;
                end $$
                """).update();
    }
}
