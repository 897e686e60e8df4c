package io.consumo.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.bson.RawBsonDocument;

/** What the API asks its stores, asked through the drivers alone. */
final class BareQueries implements AutoCloseable {

    private static final String DAYS = """
            select client_id, day, minutes, energy, rank from consumption.daily_consumption
            where client_id = ? and day between ? and ? order by day, minutes
            """;

    private static final String CLIENT = """
            select client_id, first_day, day, minutes, energy
            from (
                select min(day) as first_day, max(day) as last_day
                from consumption.daily_consumption where client_id = ?
            ) span, consumption.daily_consumption
            where client_id = ? and day >= last_day - 30
            order by day, minutes
            """;

    private static final String CLIENTS = """
            select client_id, min(day), max(day) from consumption.daily_consumption
            where client_id like ? group by client_id order by client_id limit 50
            """;

    private static final String ALL_OF_A_DAY = """
            select client_id, day, minutes, energy, rank from consumption.daily_consumption
            where day between ? and ? order by client_id, day, minutes limit 50 offset ?
            """;

    private final Connection connection;
    private final MongoClient mongo;
    private final MongoDatabase documents;

    BareQueries(Installed installed) throws SQLException {
        connection = installed.postgres();
        mongo = installed.mongo();
        documents = mongo.getDatabase("consumo");
    }

    void days(String client, String from, String to) throws SQLException {
        read(DAYS, client, Date.valueOf(from), Date.valueOf(to));
    }

    void client(String client) throws SQLException {
        read(CLIENT, client, client);
    }

    void clients(String part) throws SQLException {
        read(CLIENTS, "%" + part + "%");
    }

    void allOfADay(String day, int offset) throws SQLException {
        read(ALL_OF_A_DAY, Date.valueOf(day), Date.valueOf(day), offset);
    }

    void documents(String collection, List<String> ids) {
        documents
                .getCollection(collection, RawBsonDocument.class)
                .find(Filters.in("_id", ids))
                .forEach(document -> document.getByteBuffer());
    }

    /** Reads all columns of all rows. */
    int read(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            int rows = 0;
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                for (; found.next(); rows++) {
                    for (int column = 1; column <= columns; column++) {
                        found.getObject(column);
                    }
                }
            }
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        mongo.close();
        connection.close();
    }
}
