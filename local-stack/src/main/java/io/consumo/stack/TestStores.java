package io.consumo.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Throw-away stores for tests on free ports. Each is started when it is first asked for and shared by all tests of
 * this JVM; it ends with it.
 */
public final class TestStores {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestStores() {}

    private static final class Kafka {
        static final StoreProcess PROCESS = StoreProcess.start("kafka", "384m");
    }

    private static final class Postgres {
        static final StoreProcess PROCESS = StoreProcess.start("postgres", "64m");
    }

    private static final class Mongo {
        static final StoreProcess PROCESS = StoreProcess.start("mongo", "192m");
    }

    /** Bootstrap servers of a broker without topics of its own; topics are never made by use. */
    public static String kafka() {
        return Kafka.PROCESS.address();
    }

    /** JDBC URL of a new database with the roles and schemas of postgres/init.sql; their password is {@code consumo}. */
    public static String freshPostgres() {
        String database = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(
                        postgres("postgres"), PostgresStore.SUPERUSER, PostgresStore.THROWAWAY_PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database + " template consumo");
        } catch (SQLException e) {
            throw new IllegalStateException("No new database", e);
        }
        return postgres(database);
    }

    /** Connection string with the name of a new database. */
    public static String freshMongo() {
        return "mongodb://" + Mongo.PROCESS.address() + "/test_" + DATABASES.incrementAndGet();
    }

    private static String postgres(String database) {
        return "jdbc:postgresql://" + Postgres.PROCESS.address() + "/" + database;
    }
}
