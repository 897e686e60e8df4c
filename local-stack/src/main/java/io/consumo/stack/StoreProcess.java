package io.consumo.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A store in a process of its own. */
final class StoreProcess {

    private static final int LINES_TOLD = 30;

    /**
     * A container's ports are this machine's, and the process that started it removes it: so no other images are wanted
     * than those of the stores.
     */
    private static final Map<String, String> CONTAINER_ENVIRONMENT =
            Map.of("TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1", "TESTCONTAINERS_RYUK_DISABLED", "true");

    private final Process process;
    private final String address;

    private StoreProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** A store that ends when this process ends, in whatever way. */
    static StoreProcess throwaway(String name, String heap) {
        ProcessBuilder command = command(name, heap, LocalStack.THROWAWAY);
        command.environment().putAll(CONTAINER_ENVIRONMENT);
        return start(name, command);
    }

    /** A store that keeps its data and stays until it is told to end. */
    static StoreProcess installed(String name, String heap, Map<String, String> environment) {
        ProcessBuilder command = command(name, heap);
        command.environment().putAll(environment);
        return start(name, command);
    }

    /** A store that keeps its data and ends when this process ends, in whatever way. */
    static StoreProcess attached(String name, String heap, Map<String, String> environment) {
        ProcessBuilder command = command(name, heap, LocalStack.ATTACHED);
        command.environment().putAll(environment);
        return start(name, command);
    }

    private static ProcessBuilder command(String name, String heap, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                ClassPath.ofTheStores(),
                LocalStack.class.getName(),
                name));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static StoreProcess start(String name, ProcessBuilder command) {
        try {
            Process process = command.start();
            return new StoreProcess(process, awaitReady(name, process));
        } catch (IOException e) {
            throw new UncheckedIOException("Store " + name + " did not start", e);
        }
    }

    String address() {
        return address;
    }

    Process process() {
        return process;
    }

    private static String awaitReady(String name, Process process) throws IOException {
        BufferedReader output = process.inputReader();
        List<String> told = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LocalStack.READY)) {
                drain(name, output);
                return line.substring(LocalStack.READY.length());
            }
            told.add(line);
        }
        List<String> last = told.subList(Math.max(0, told.size() - LINES_TOLD), told.size());
        throw new IOException("its process ended:\n" + String.join("\n", last));
    }

    private static void drain(String name, BufferedReader output) {
        Thread.ofPlatform().daemon().name("output of " + name).start(() -> output.lines()
                .forEach(line -> System.err.println("[" + name + "] " + line)));
    }
}
