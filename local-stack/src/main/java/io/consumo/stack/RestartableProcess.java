package io.consumo.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service as an installation runs it: a JVM of its own. It ends with the JVM that started it at the latest. */
public final class RestartableProcess implements Restartable, AutoCloseable {

    /** Of a disk with room. */
    public static final long UNLIMITED = -1;

    private final List<String> command;
    private final File log;
    private @Nullable Process process;
    private long largestFile = UNLIMITED;

    /**
     * It does not run yet.
     *
     * @param log to which its output is appended
     * @param classPath with the main class
     * @param arguments of the program
     */
    public RestartableProcess(Path log, String classPath, String mainClass, List<String> arguments) {
        this.log = log.toFile();
        this.command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath + File.pathSeparator + ClassPath.beside("classes"),
                Attached.class.getName(),
                mainClass));
        command.addAll(arguments);
    }

    /** Does not wait until it is ready. */
    @Override
    public synchronized void restart() {
        if (process == null) {
            try {
                process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log))
                        .start();
                if (largestFile != UNLIMITED) {
                    limitFiles();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    @Override
    public synchronized void freeze() {
        if (process != null) {
            Signals.stop(List.of(process.toHandle()));
        }
    }

    @Override
    public synchronized void thaw() {
        if (process != null) {
            Signals.goOn(List.of(process.toHandle()));
        }
    }

    /**
     * As on a full disk no file grows beyond so many bytes, its log neither; also after it was started again meanwhile.
     * On Linux only.
     */
    public synchronized void limitFiles(long bytes) {
        largestFile = bytes;
        if (process != null) {
            try {
                limitFiles();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The soft limit only: whoever runs no more as root could not raise the other one again. */
    private void limitFiles() throws IOException {
        String limit = largestFile == UNLIMITED ? "unlimited" : String.valueOf(largestFile);
        Process prlimit = new ProcessBuilder(
                        "prlimit", "--pid", String.valueOf(requireRunning().pid()), "--fsize=" + limit + ":unlimited")
                .redirectErrorStream(true)
                .start();
        String output = new String(prlimit.getInputStream().readAllBytes(), UTF_8);
        if (prlimit.onExit().join().exitValue() != 0 && requireRunning().isAlive()) {
            throw new IOException(output);
        }
    }

    private Process requireRunning() {
        return Objects.requireNonNull(process, "it does not run");
    }

    /** By SIGTERM, and by SIGKILL where that takes too long; returns whether it ended in time. */
    public synchronized boolean end(Duration patience) {
        if (process == null) {
            return true;
        }
        thaw();
        // Not Process.destroy, which closes the streams too: Attached would take that for the end of who started it.
        process.toHandle().destroy();
        try {
            return process.waitFor(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            kill();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
