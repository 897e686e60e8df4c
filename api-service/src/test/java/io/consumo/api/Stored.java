package io.consumo.api;

import com.mongodb.client.MongoDatabase;
import io.consumo.model.DayGrid;
import io.consumo.model.IntervalLength;
import io.consumo.model.Precedence;
import io.consumo.model.Quality;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.MonthDocument;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Puts into the stores what the consumer would. */
@TestComponent
public class Stored {

    private final Environment environment;
    private final MongoDatabase mongo;

    Stored(Environment environment, MongoDatabase mongo) {
        this.environment = environment;
        this.mongo = mongo;
    }

    /** A measured day; the function gives 0.1 Wh of each slot, or null where nothing was received. */
    public void day(String client, LocalDate day, IntervalLength length, IntFunction<@Nullable Integer> slots) {
        day(client, day, length, Quality.MEASURED, slots);
    }

    public void day(
            String client,
            LocalDate day,
            IntervalLength length,
            Quality quality,
            IntFunction<@Nullable Integer> slots) {
        int size = new DayGrid(day, TestClock.MADRID, length).slots();
        Integer[] energy = new Integer[size];
        Long[] rank = new Long[size];
        for (int slot = 0; slot < size; slot++) {
            energy[slot] = slots.apply(slot);
            rank[slot] = energy[slot] == null ? null : (Long) Precedence.rank(quality, 1);
        }
        try (Connection connection = asConsumer();
                var partition = connection.prepareStatement("select consumption.ensure_partition(?)");
                var row = connection.prepareStatement(
                        "insert into consumption.daily_consumption (client_id, day, minutes, energy, rank) values (?,"
                                + " ?, ?, ?, ?)")) {
            partition.setObject(1, day);
            partition.execute();
            row.setString(1, client);
            row.setObject(2, day);
            row.setInt(3, length.minutes());
            row.setArray(4, connection.createArrayOf("int4", energy));
            row.setArray(5, connection.createArrayOf("int8", rank));
            row.executeUpdate();
            countAtOnce(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void sql(String statement) {
        try (Connection connection = asConsumer();
                var any = connection.createStatement()) {
            any.execute(statement);
            countAtOnce(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has PostgreSQL count now what was written; by itself it does so within seconds. */
    private static void countAtOnce(Connection connection) throws SQLException {
        try (var now = connection.createStatement()) {
            now.execute("select pg_stat_force_next_flush()");
        }
    }

    public void month(MonthDocument month) {
        mongo.getCollection(MonthDocument.COLLECTION, MonthDocument.class).insertOne(month);
    }

    public void anomaly(CaseDocument judged) {
        mongo.getCollection(CaseDocument.COLLECTION, CaseDocument.class).insertOne(judged);
    }

    private Connection asConsumer() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("CONSUMO_POSTGRES_URL"), "consumo_consumer", "consumo");
    }
}
