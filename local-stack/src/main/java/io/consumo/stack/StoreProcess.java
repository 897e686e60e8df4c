package io.consumo.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A throw-away store in a process of its own, which ends when this process ends, in whatever way. */
final class StoreProcess {

    private static final int LINES_TOLD = 30;

    private final Process process;
    private final String address;

    private StoreProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns once the store answers. */
    static StoreProcess start(String name, String heap) {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        ClassPath.ofTheStores(),
                        LocalStack.class.getName(),
                        name,
                        LocalStack.THROWAWAY)
                .redirectErrorStream(true);
        try {
            Process process = builder.start();
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
