package io.consumo.archiver;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.SpringApplication;

/** Runs the service on a throw-away PostgreSQL with some days beyond the window. */
final class TestArchiverApplication {

    private TestArchiverApplication() {}

    public static void main(String[] args) {
        ConsumerSchema consumer = ConsumerSchema.create("Europe/Madrid");
        for (int age = 29; age < 35; age++) {
            consumer.insert(
                    "C-000001",
                    LocalDate.now(consumer.zone()).minusDays(age),
                    60,
                    Instant.now().minus(Duration.ofHours(age - 9)));
        }
        SpringApplication.from(ArchiverApplication::main).run("--spring.datasource.url=" + consumer.url());
    }
}
