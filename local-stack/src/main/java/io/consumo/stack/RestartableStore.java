package io.consumo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
public final class RestartableStore implements Restartable, AutoCloseable {

    private static final Map<String, String> HEAPS = Map.of("kafka", "320m", "postgres", "48m", "mongo", "192m");

    private final String name;
    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private @Nullable StoreProcess process;

    private RestartableStore(String name, Path home, Map<String, String> environment) {
        this.name = name;
        this.home = home;
        this.port = Ports.free();
        this.environment = new HashMap<>(environment);
        this.environment.put("CONSUMO_HOME", home.toString());
        this.environment.put("CONSUMO_" + name.toUpperCase(Locale.ROOT) + "_PORT", Integer.toString(port));
        restart();
    }

    /**
     * Starts a store on a free port.
     *
     * @param name kafka, postgres or mongo
     * @param home folder under which it keeps its data
     */
    public static RestartableStore start(String name, Path home) {
        return new RestartableStore(name, home, Map.of());
    }

    /**
     * Starts a broker that some reach through a proxy.
     *
     * @param port on which it listens for the proxy
     * @param proxyPort on which the proxy listens for them
     */
    public static RestartableStore startKafkaBehindProxy(Path home, int port, int proxyPort) {
        return new RestartableStore("kafka", home, Map.of(KafkaStore.PROXY, port + ":" + proxyPort));
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns when it answers. */
    @Override
    public synchronized void restart() {
        if (process == null) {
            process = StoreProcess.attached(name, HEAPS.getOrDefault(name, "256m"), environment);
        }
    }

    /** As a loss of power would: all its processes at once. */
    @Override
    public synchronized void kill() {
        if (process != null) {
            List<ProcessHandle> all = all();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(handle -> handle.onExit().join());
            process = null;
        }
    }

    @Override
    public synchronized void freeze() {
        if (process != null) {
            // So that no further ones come.
            Signals.stop(roots());
            Signals.stop(all());
        }
    }

    @Override
    public synchronized void thaw() {
        if (process != null) {
            Signals.goOn(all());
        }
    }

    private List<ProcessHandle> all() {
        return roots().stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .toList();
    }

    private List<ProcessHandle> roots() {
        return Stream.concat(Stream.ofNullable(process).map(one -> one.process().toHandle()), postmaster().stream())
                .toList();
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
