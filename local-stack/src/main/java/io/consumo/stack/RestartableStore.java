package io.consumo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A durable store for one test, which kills it and starts it again: on the same port, and with what it has kept. It ends
 * with the JVM at the latest.
 */
public final class RestartableStore implements AutoCloseable {

    private static final Map<String, String> HEAPS = Map.of("kafka", "320m", "postgres", "48m", "mongo", "192m");

    private final String name;
    private final Path home;
    private final int port;
    private @Nullable StoreProcess process;

    private RestartableStore(String name, Path home, int port) {
        this.name = name;
        this.home = home;
        this.port = port;
    }

    /**
     * Starts a store on a free port.
     *
     * @param name kafka, postgres or mongo
     * @param home folder under which it keeps its data
     */
    public static RestartableStore start(String name, Path home) {
        try {
            RestartableStore store = new RestartableStore(name, home, StoreSettings.freePort());
            store.restart();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns when it answers; does nothing when it runs. */
    public synchronized void restart() {
        if (process == null) {
            process = StoreProcess.attached(
                    name,
                    HEAPS.getOrDefault(name, "256m"),
                    Map.of(
                            "CONSUMO_HOME",
                            home.toString(),
                            "CONSUMO_" + name.toUpperCase(Locale.ROOT) + "_PORT",
                            Integer.toString(port)));
        }
    }

    /** Ends it as a loss of power would: all its processes at once, by SIGKILL. Returns when they are gone. */
    public synchronized void kill() {
        if (process != null) {
            List<ProcessHandle> all = Stream.concat(Stream.of(process.process().toHandle()), postmaster().stream())
                    .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(handle -> handle.onExit().join());
            process = null;
        }
    }

    /** The server itself, when this is PostgreSQL: it is no child of the process that started it. */
    private Optional<ProcessHandle> postmaster() {
        Path pidFile = home.resolve("postgres/cluster/postmaster.pid");
        try {
            return name.equals("postgres") && Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(pidFile).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
