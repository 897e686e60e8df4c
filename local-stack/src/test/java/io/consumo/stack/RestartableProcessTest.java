package io.consumo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RestartableProcessTest {

    @TempDir
    private Path folder;

    /** Begins, and when it is told to stop tidies up for as many milliseconds as it is told. */
    static final class Tidy {

        private Tidy() {}

        public static void main(String[] args) throws InterruptedException {
            Path trace = Path.of(args[0]);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    Thread.sleep(Long.parseLong(args[1]));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                write(trace, "tidied up");
            }));
            write(trace, "began");
            new CountDownLatch(1).await();
        }

        private static void write(Path trace, String what) {
            try {
                Files.writeString(trace, what);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void letsAProcessTidyUpThatIsToldToEnd() throws IOException {
        assertThat(ends(500, Duration.ofSeconds(30))).isTrue();
        assertThat(folder.resolve("trace")).hasContent("tidied up");
    }

    @Test
    void killsAProcessThatDoesNotEndInTime() throws IOException {
        assertThat(ends(60_000, Duration.ofMillis(500))).isFalse();
        assertThat(folder.resolve("trace")).hasContent("began");
    }

    /** Writes until it cannot, and tells then how much it has written. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] args) throws IOException {
            Path trace = Path.of(args[0]);
            try (OutputStream out = Files.newOutputStream(trace.resolveSibling("endless"))) {
                for (long written = 0; ; written++) {
                    try {
                        out.write('x');
                    } catch (IOException e) {
                        Files.writeString(trace, written + " " + e.getMessage());
                        return;
                    }
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void letsNoFileGrowFromWhenItsDiskIsFullAlsoWhenItStartsAgain() {
        Path trace = folder.resolve("trace");
        try (RestartableProcess process = new RestartableProcess(
                folder.resolve("log"),
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                List.of(trace.toString()))) {
            process.limitFiles(5_000);
            process.restart();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(trace).content().isEqualTo("5000 File too large"));
        }
    }

    private boolean ends(long tidyingMillis, Duration patience) throws IOException {
        Path trace = folder.resolve("trace");
        try (RestartableProcess process = new RestartableProcess(
                folder.resolve("log"),
                System.getProperty("java.class.path"),
                Tidy.class.getName(),
                List.of(trace.toString(), String.valueOf(tidyingMillis)))) {
            process.restart();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(trace) && Files.size(trace) == "began".length());
            return process.end(patience);
        }
    }
}
