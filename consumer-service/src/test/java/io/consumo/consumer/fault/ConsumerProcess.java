package io.consumo.consumer.fault;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One consumer as an installation runs it: a JVM of its own, which can be killed and started again. */
final class ConsumerProcess implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> command;
    private final File log;
    private final int port;
    private @Nullable Process process;

    /**
     * Prepares one that is not started yet.
     *
     * @param log file that is made anew
     * @param settings as arguments of the service, such as {@code --spring.datasource.url=...}
     */
    ConsumerProcess(Path log, List<String> settings) throws IOException {
        Files.deleteIfExists(log);
        this.log = log.toFile();
        this.port = freePort();
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                AttachedConsumer.class.getName(),
                "--server.port=" + port));
        command.addAll(settings);
    }

    /** Does nothing when it runs; does not wait until it is ready. */
    synchronized void start() {
        if (process == null) {
            try {
                process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** By SIGKILL. */
    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    /** By SIGTERM; whether it has ended in time. */
    synchronized boolean endsWithin(Duration patience) throws InterruptedException {
        if (process == null) {
            return true;
        }
        process.destroy();
        return process.waitFor(patience);
    }

    /** Whether its log holds the words. */
    boolean said(String words) throws IOException {
        return log.exists() && Files.readString(log.toPath()).contains(words);
    }

    /** What it answers; empty while it does not. */
    String get(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("X-Consumo-Secret", "consumo-demo-secret")
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Whether nothing that was sent is left to be stored or followed up. */
    boolean isDone() {
        return get("/health").contains("\"lag\":0,\"marks\":0");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
