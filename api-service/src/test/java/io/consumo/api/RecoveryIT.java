package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.consumo.stack.RestartableStore;
import io.consumo.stack.TestStores;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** PostgreSQL is killed under the API and comes back. */
class RecoveryIT {

    private static final String CLIENTS = "/api/v1/clients";

    /** Longer than the pool takes to reach the longest pause between two tries of its own. */
    private static final Duration OUTAGE = Duration.ofSeconds(4);

    private static final int TIMES = 2;

    @TempDir
    private Path home;

    private RestartableStore postgres;
    private ConfigurableApplicationContext api;

    @BeforeEach
    void start() {
        postgres = RestartableStore.start("postgres", home);
        String url = "jdbc:postgresql://" + postgres.address() + "/consumo";
        ApiStores.migrate(url);
        api = new SpringApplicationBuilder(ApiApplication.class)
                .run(
                        "--server.port=0",
                        "--CONSUMO_POSTGRES_URL=" + url,
                        "--CONSUMO_MONGO_URI=" + TestStores.freshMongo(),
                        "--CONSUMO_KAFKA=" + TestStores.kafka(),
                        "--consumo.clients.fresh-for=0s",
                        "--consumo.access.hash-strength=4");
    }

    @AfterEach
    void end() {
        api.close();
        postgres.close();
    }

    @Test
    void theFirstRequestAfterPostgresIsBackIsAnswered() {
        Http http = new Http(api.getEnvironment());
        assertThat(http.get(CLIENTS).status()).isEqualTo(200);

        for (int time = 0; time < TIMES; time++) {
            postgres.kill();
            await().pollInterval(Duration.ofMillis(500))
                    .during(OUTAGE)
                    .atMost(OUTAGE.multipliedBy(3))
                    .untilAsserted(() -> {
                        Http.Answer answer = http.get(CLIENTS);
                        assertThat(answer.status()).isEqualTo(503);
                        assertThat(answer.json().get("store").stringValue()).isEqualTo("postgres");
                    });

            postgres.restart();
            assertThat(http.get(CLIENTS).status()).isEqualTo(200);
        }
    }
}
