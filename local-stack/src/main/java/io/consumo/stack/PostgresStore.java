package io.consumo.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A real PostgreSQL with database {@code consumo}, its roles and schemas. Unless it is attached it goes on when the
 * process that started it ends.
 */
final class PostgresStore implements Store {

    static final String SUPERUSER = "postgres";
    static final String THROWAWAY_PASSWORD = "consumo";

    private static final int PATIENCE_SECONDS = 60;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final StoreSettings settings;
    private final Unprivileged user;
    private final PostgresPrograms programs;
    private final Path cluster;
    private final Path passwordFile;
    private final Path log;

    PostgresStore(StoreSettings settings) throws IOException {
        this.settings = settings;
        this.user = Unprivileged.ofThisUser();
        this.programs = new PostgresPrograms(settings.data(), user);
        this.cluster = settings.data().resolve("cluster");
        this.passwordFile = settings.data().resolve("superuser");
        this.log = settings.data().resolve("server.log");
    }

    @Override
    public String start() throws IOException {
        Files.createDirectories(settings.data());
        user.own(settings.data());
        if (!Files.exists(cluster.resolve("consumo.conf"))) {
            makeCluster();
        }
        configure();
        removeStalePid();
        startServer();
        new PostgresDatabase(settings.address(), Files.readString(passwordFile)).prepare(settings.password());
        return settings.address();
    }

    @Override
    public void stop() throws IOException {
        if (settings.attached() && Files.exists(pidFile())) {
            programs.run("pg_ctl", List.of("-D", cluster.toString(), "-w", "-m", "immediate", "stop"));
        }
    }

    /** What a start that was cut short left behind is made anew. */
    private void makeCluster() throws IOException {
        Folders.delete(cluster);
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(
                passwordFile,
                settings.throwaway() ? THROWAWAY_PASSWORD : UUID.randomUUID().toString());
        user.own(passwordFile);
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
        programs.run("initdb", arguments);
        Files.writeString(cluster.resolve("postgresql.conf"), "include 'consumo.conf'\n", StandardOpenOption.APPEND);
    }

    private void configure() throws IOException {
        Files.writeString(cluster.resolve("common.conf"), Resources.text("/postgres/common.conf"));
        Files.writeString(
                cluster.resolve("consumo.conf"),
                Resources.text(settings.throwaway() ? "/postgres/throwaway.conf" : "/postgres/installed.conf"));
    }

    private void startServer() throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        programs.run(
                "pg_ctl",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "-t",
                        Integer.toString(PATIENCE_SECONDS),
                        "-o",
                        "-p " + settings.port() + " -h " + settings.host(),
                        "start"));
    }

    /** After a crash of the machine the process id may have been given to some other program. */
    private void removeStalePid() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile());
        Optional<String> holder = ProcessHandle.of(
                        Long.parseLong(lines.getFirst().strip()))
                .flatMap(process -> process.info().command());
        if (holder.isPresent() && !holder.get().contains("postgres")) {
            Files.delete(pidFile());
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
