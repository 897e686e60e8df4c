package io.consumo.consumer.fault;

import io.consumo.consumer.ConsumerApplication;
import io.consumo.stack.Ports;
import io.consumo.stack.Restartable;
import io.consumo.stack.RestartableProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One consumer in a process of its own. */
final class ConsumerProcess implements Restartable, AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final RestartableProcess process;
    private final int port = Ports.free();

    /** @param settings as arguments of the service, such as {@code --spring.datasource.url=...} */
    ConsumerProcess(Path log, List<String> settings) {
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--server.port=" + port);
        process = new RestartableProcess(
                log, System.getProperty("java.class.path"), ConsumerApplication.class.getName(), arguments);
    }

    /** Does not wait until it is ready. */
    @Override
    public void restart() {
        process.restart();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void freeze() {
        process.freeze();
    }

    @Override
    public void thaw() {
        process.thaw();
    }

    /** By SIGTERM; returns whether it ended in time. */
    boolean end(Duration patience) {
        return process.end(patience);
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

    /** What it has still to store or to follow up, in its own words; empty when nothing is. */
    String left() {
        String health = get("/health");
        return health.contains("\"lag\":0,\"marks\":0") ? "" : "on port " + port + ": " + health;
    }

    @Override
    public void close() {
        process.close();
    }
}
