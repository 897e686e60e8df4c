package io.consumo.dashboard;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.bson.RawBsonDocument;

/** The stores of an installation, looked into past all services. */
final class InstalledStores implements AutoCloseable {

    private final Connection postgres;
    private final MongoClient mongo;

    InstalledStores(String postgresPort, String mongoPort) throws SQLException {
        postgres = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/consumo", "consumo_archiver", "consumo");
        mongo = MongoClients.create("mongodb://127.0.0.1:" + mongoPort);
    }

    /** Each client's slots of the days before the given one, values and precedence, as PostgreSQL writes them down. */
    Map<String, String> slots(String table, LocalDate before) throws SQLException {
        Map<String, String> slots = new TreeMap<>();
        try (PreparedStatement query = postgres.prepareStatement(
                "select client_id, day, minutes, energy::text, rank::text from " + table + " where day < ?")) {
            query.setObject(1, before);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                slots.put(
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                        row.getString(4) + " " + row.getString(5));
            }
        }
        return slots;
    }

    /** Each document's bytes. */
    Map<String, ByteBuffer> documents(String collection) {
        Map<String, ByteBuffer> documents = new TreeMap<>();
        mongo.getDatabase("consumo")
                .getCollection(collection, RawBsonDocument.class)
                .find()
                .forEach(document -> documents.put(
                        document.getString("_id").getValue(),
                        document.getByteBuffer().asNIO().duplicate()));
        return documents;
    }

    @Override
    public void close() throws SQLException {
        mongo.close();
        postgres.close();
    }
}
