package io.consumo.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
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
