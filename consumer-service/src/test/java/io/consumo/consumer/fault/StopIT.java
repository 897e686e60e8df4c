package io.consumo.consumer.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends a consumer in a process of its own by SIGTERM. */
class StopIT {

    @TempDir
    private Path folder;

    @Test
    void endsAtOnceWhileItStillWaitsForPostgresToStart() throws Exception {
        Path log = folder.resolve("consumer.log");
        // Nobody answers there.
        try (ConsumerProcess consumer =
                new ConsumerProcess(log, List.of("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/consumo"))) {
            consumer.restart();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(log) && Files.readString(log).contains("Waiting for PostgreSQL"));
            assertThat(consumer.end(Duration.ofSeconds(3))).isTrue();
        }
    }
}
