package io.consumo.consumer.cli;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Marks stored days as changed, so that the consumers make their months and cases again. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Has months and cases follow again from the stored days. Readings are not touched.")
final class RebuildCommand implements Callable<Integer> {

    private static final String MARK = """
            insert into consumption.dirty_mark (client_id, day)
            select distinct client_id, day
            from consumption.daily_consumption
            where day >= coalesce(?, '-infinity'::date)
              and day <= coalesce(?, 'infinity'::date)
              and (?::text is null or client_id = ?)
            """;

    private static final long LOOK_EVERY_MILLIS = 500;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--client", paramLabel = "ID", description = "Only this client.")
    private @Nullable String client;

    @Option(names = "--from", paramLabel = "DAY", description = "Only days from this one, as yyyy-mm-dd.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Only days up to this one, as yyyy-mm-dd.")
    private @Nullable LocalDate to;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        if (from != null && to != null && from.isAfter(to) && spec != null) {
            throw new ParameterException(spec.commandLine(), "--from must not be after --to");
        }
        try (Connection connection = Connections.postgres()) {
            int marked = mark(connection);
            System.out.printf("%,d client-days to follow up.%n", marked);
            awaitFollowed(connection);
        }
        System.out.println("Months and cases are up to date.");
        return 0;
    }

    private int mark(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setObject(1, from);
            statement.setObject(2, to);
            statement.setString(3, client);
            statement.setString(4, client);
            return statement.executeUpdate();
        }
    }

    private static void awaitFollowed(Connection connection) throws SQLException, InterruptedException {
        long told = -1;
        try (PreparedStatement count =
                connection.prepareStatement("select count(distinct (client_id, day)) from consumption.dirty_mark")) {
            while (true) {
                try (ResultSet row = count.executeQuery()) {
                    long left = row.next() ? row.getLong(1) : 0;
                    if (left == 0) {
                        return;
                    }
                    if (left != told) {
                        System.err.printf("%,d left%n", left);
                        told = left;
                    }
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }
}
