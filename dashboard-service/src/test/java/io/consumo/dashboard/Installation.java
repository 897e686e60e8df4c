package io.consumo.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An installation of its own, run by {@code start.sh} with its own folder and free ports. */
final class Installation {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> PARTS = List.of(
            "KAFKA", "KAFKA_CONTROLLER", "POSTGRES", "MONGO", "PRODUCER", "CONSUMER", "API", "ARCHIVER", "DASHBOARD");

    private final Map<String, String> environment = new HashMap<>();
    private String said = "";

    Installation(Path folder) throws IOException {
        environment.put("CONSUMO_HOME", folder.resolve("home").toString());
        List<ServerSocket> held = new ArrayList<>();
        for (String part : PARTS) {
            // All held until all are found, so that none is given twice.
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            environment.put("CONSUMO_" + part + "_PORT", String.valueOf(socket.getLocalPort()));
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
    }

    String api() {
        return "http://localhost:" + environment.get("CONSUMO_API_PORT");
    }

    String dashboard() {
        return "http://localhost:" + environment.get("CONSUMO_DASHBOARD_PORT");
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
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " did not end within 5 minutes");
        }
        return process.exitValue();
    }
}
