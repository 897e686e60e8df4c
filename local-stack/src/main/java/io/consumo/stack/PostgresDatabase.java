package io.consumo.stack;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The database with its roles and schemas.
 *
 * @param password of the superuser
 */
record PostgresDatabase(String address, String password) {

    private static final String NAME = "consumo";

    /**
     * Makes what is missing.
     *
     * @param rolePassword of all roles
     */
    void prepare(String rolePassword) throws IOException {
        try {
            try (Connection connection = connect("postgres", rolePassword);
                    Statement statement = connection.createStatement()) {
                if (isMissing(statement)) {
                    statement.execute("create database " + NAME);
                }
            }
            try (Connection connection = connect(NAME, rolePassword);
                    Statement statement = connection.createStatement()) {
                statement.execute(Resources.text("/postgres/init.sql"));
            }
        } catch (SQLException e) {
            throw new IOException("The database could not be prepared", e);
        }
    }

    private static boolean isMissing(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
            return !found.next();
        }
    }

    private Connection connect(String database, String rolePassword) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresStore.SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("options", "-c consumo.password=" + escaped(rolePassword));
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database, properties);
    }

    /** Connection options are split at spaces. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(" ", "\\ ");
    }
}
