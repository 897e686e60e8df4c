package io.consumo.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A real PostgreSQL with database {@code consumo}, its roles and schemas. */
final class PostgresStore implements Store {

    static final String SUPERUSER = "postgres";
    static final String THROWAWAY_PASSWORD = "consumo";

    private static final String DATABASE = "consumo";
    private static final int PATIENCE_SECONDS = 60;

    private final StoreSettings settings;
    private final Path cluster;
    private final Path passwordFile;
    private final Path log;

    PostgresStore(StoreSettings settings) {
        this.settings = settings;
        this.cluster = settings.data().resolve("cluster");
        this.passwordFile = settings.data().resolve("superuser");
        this.log = settings.data().resolve("server.log");
    }

    @Override
    public String start() throws IOException {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            makeCluster();
        }
        run(
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "" + PATIENCE_SECONDS,
                "-o",
                options(),
                "start");
        try {
            makeDatabase();
        } catch (SQLException e) {
            throw new IOException("The database could not be prepared", e);
        }
        return settings.address();
    }

    @Override
    public void stop() throws IOException {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            run("pg_ctl", "-D", cluster.toString(), "-w", "-m", settings.throwaway() ? "immediate" : "fast", "stop");
        }
    }

    private void makeCluster() throws IOException {
        Files.createDirectories(settings.data());
        String password =
                settings.throwaway() ? THROWAWAY_PASSWORD : UUID.randomUUID().toString();
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        Folders.delete(cluster);
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                cluster.toString(),
                "-U",
                SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        if (settings.throwaway()) {
            arguments.add("--no-sync");
        }
        run("initdb", arguments.toArray(String[]::new));
    }

    private String options() {
        String common = "-p " + settings.port() + " -c listen_addresses=" + settings.host()
                + " -c unix_socket_directories= -c timezone=UTC -c max_connections=200 -c shared_buffers=64MB";
        return settings.throwaway() ? common + " -F -c synchronous_commit=off -c full_page_writes=off" : common;
    }

    private void makeDatabase() throws IOException, SQLException {
        String password = Files.readString(passwordFile);
        try (Connection connection = connect("postgres", password);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement)) {
                statement.execute("create database " + DATABASE);
            }
        }
        try (Connection connection = connect(DATABASE, password);
                Statement statement = connection.createStatement()) {
            statement.execute(script());
        }
    }

    private static boolean isMissing(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
            return !found.next();
        }
    }

    private Connection connect(String database, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + settings.address() + "/" + database, SUPERUSER, password);
    }

    private static String script() throws IOException {
        try (var script = PostgresStore.class.getResourceAsStream("/postgres/init.sql")) {
            if (script == null) {
                throw new IOException("postgres/init.sql is missing");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        Path programs = PostgresBinaries.unpackedIn(ClassPath.besides("postgres-15"));
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = settings.data().resolve(program + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                String told = Files.readString(output);
                String logged = Files.exists(log) ? Files.readString(log) : "";
                throw new IOException(program + " failed:\n" + told + logged);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        }
    }
}
