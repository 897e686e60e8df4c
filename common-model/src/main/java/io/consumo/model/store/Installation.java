package io.consumo.model.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What the consumer recorded in PostgreSQL when the system was first started. The services that read its schema wait
 * for it, and refuse to run with another time zone, since days and slots would not mean the same.
 */
public final class Installation {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private Installation() {}

    /** A service or command was started with another time zone than the installation's. */
    public static final class WrongZone extends IllegalStateException {

        private static final long serialVersionUID = 1;

        public WrongZone(ZoneId installed, ZoneId given) {
            super("CONSUMO_ZONE is " + given + ", but this installation was first started with " + installed
                    + ": its days are days of that zone. Set CONSUMO_ZONE=" + installed
                    + ", or use another CONSUMO_HOME for another zone.");
        }
    }

    /**
     * Waits until PostgreSQL answers and the consumer has made its schema.
     *
     * @throws WrongZone when the installation has another zone
     * @throws IllegalStateException when the patience ran out
     */
    public static void await(DataSource dataSource, ZoneId zone, Duration patience) throws InterruptedException {
        long giveUpAt = System.nanoTime() + patience.toNanos();
        String reason = "the consumer has not made its schema yet";
        while (true) {
            try {
                Optional<ZoneId> installed = zone(dataSource);
                if (installed.isPresent()) {
                    requireSame(installed.get(), zone);
                    return;
                }
            } catch (SQLException e) {
                reason = e.getMessage();
            }
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException(
                        "PostgreSQL is not ready after " + patience.toSeconds() + " s: " + reason);
            }
            Thread.sleep(PAUSE);
        }
    }

    /**
     * The recorded zone; empty as long as there is no schema or no row.
     *
     * @throws SQLException when PostgreSQL does not answer
     */
    public static Optional<ZoneId> zone(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('consumption.installation')")) {
                if (!table.next() || table.getString(1) == null) {
                    return Optional.empty();
                }
            }
            try (ResultSet row = statement.executeQuery("select zone from consumption.installation")) {
                return row.next() ? Optional.of(ZoneId.of(row.getString(1))) : Optional.empty();
            }
        }
    }

    public static void requireSame(ZoneId installed, ZoneId given) {
        if (!installed.equals(given)) {
            throw new WrongZone(installed, given);
        }
    }
}
