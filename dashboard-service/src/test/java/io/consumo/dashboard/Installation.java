package io.consumo.dashboard;

import io.consumo.stack.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An installation of its own, run by {@code start.sh} with its own folder and free ports. */
final class Installation {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PARTS = List.of(
            "KAFKA", "KAFKA_CONTROLLER", "POSTGRES", "MONGO", "PRODUCER", "CONSUMER", "API", "ARCHIVER", "DASHBOARD");

    /** Such that they are found wherever they turn up. */
    private static final Map<String, String> SECRETS = Map.of(
            "CONSUMO_INTERNAL_SECRET", "secret-of-services-7c1f",
            "CONSUMO_VIEWER_PASSWORD", "secret-of-viewer-1be4",
            "CONSUMO_ANALYST_PASSWORD", "secret-of-analyst-f06d",
            "CONSUMO_OPERATOR_PASSWORD", "secret-of-operator-2a9e");

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private String said = "";

    Installation(Path folder) {
        home = folder.resolve("home");
        environment.put("CONSUMO_HOME", home.toString());
        // The archiver runs when a test says so, and takes days that were written to just now.
        environment.put("CONSUMO_ARCHIVE_CRON", "-");
        environment.put("CONSUMO_ARCHIVE_QUIET", "0s");
        // Less than the API takes, so that a reading can be refused on the topic.
        environment.put("CONSUMO_MAX_KWH_PER_HOUR", "200");
        environment.putAll(SECRETS);
        // Other tests may keep the machine busy.
        environment.put("CONSUMO_START_PATIENCE", "900");
        environment.put("CONSUMO_HISTORY_PATIENCE", "900");
        PARTS.forEach(part -> environment.put("CONSUMO_" + part + "_PORT", String.valueOf(Ports.free())));
    }

    String api() {
        return "http://localhost:" + environment.get("CONSUMO_API_PORT");
    }

    String dashboard() {
        return "http://localhost:" + environment.get("CONSUMO_DASHBOARD_PORT");
    }

    String consumer() {
        return "http://localhost:" + environment.get("CONSUMO_CONSUMER_PORT");
    }

    /** Which anomalies the simulator put in. */
    Path truth() {
        return home.resolve("producer/truth.csv");
    }

    String password(String user) {
        return SECRETS.get("CONSUMO_" + user.toUpperCase(Locale.ROOT) + "_PASSWORD");
    }

    Collection<String> secrets() {
        return SECRETS.values();
    }

    /** All that a part, or with {@code *} every part, has said. */
    String log(String part) throws IOException {
        StringBuilder said = new StringBuilder();
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(home.resolve("logs"), part + ".log*")) {
            for (Path log : logs) {
                said.append(Files.readString(log));
            }
        }
        return said.toString();
    }

    InstalledStores stores() throws SQLException {
        return new InstalledStores(environment.get("CONSUMO_POSTGRES_PORT"), environment.get("CONSUMO_MONGO_PORT"));
    }

    /** Ends one part, so that what it does is over. */
    void end(String part) throws Exception {
        long pid = Long.parseLong(
                Files.readString(home.resolve("run/" + part + ".pid")).strip());
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroy();
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    /** What the last command said. */
    String said() {
        return said;
    }

    /** Runs a subcommand of start.sh to its end; returns its exit code. */
    int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./start.sh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CONSUMO_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try (BufferedReader lines = process.inputReader()) {
            said = lines.lines().peek(System.out::println).collect(Collectors.joining("\n"));
        }
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within 20 minutes");
        }
        return process.exitValue();
    }
}
