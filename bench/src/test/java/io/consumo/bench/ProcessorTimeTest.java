package io.consumo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTimeTest {

    @TempDir
    private Path home;

    /** Is there until nobody holds its input any more. */
    static final class Part {

        public static void main(String[] args) throws IOException {
            System.out.println("there");
            System.in.read();
        }
    }

    @Test
    void findsThePartsOfAnInstallationByTheirNames() throws IOException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dconsumo.part=" + home + ":consumer-2",
                Part.class.getName());
        java.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process part = java.start();
        try (var said = part.inputReader()) {
            assertThat(said.readLine()).isEqualTo("there");
            assertThat(ProcessorTime.soFar(home.toString()).byPart())
                    .containsOnlyKeys("consumer")
                    .allSatisfy((name, time) -> assertThat(time).isPositive());
            assertThat(ProcessorTime.soFar("elsewhere").byPart()).isEmpty();
        } finally {
            part.destroyForcibly();
        }
    }

    @Test
    void tellsWhatEachReadingTook() {
        ProcessorTime before = new ProcessorTime(Map.of("kafka", Duration.ofSeconds(3)));
        ProcessorTime after =
                new ProcessorTime(Map.of("kafka", Duration.ofSeconds(5), "mongodb", Duration.ofSeconds(1)));

        assertThat(after.microsSince(before, 1_000_000)).isEqualTo(Map.of("kafka", 2.0, "mongodb", 1.0));
    }
}
