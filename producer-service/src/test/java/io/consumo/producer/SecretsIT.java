package io.consumo.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** However much is logged: no secret is, right or guessed. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsIT {

    private static final String INTERNAL = "secret-of-services-7c1f";
    private static final String GUESS = "secret-that-was-guessed-8b44";

    private final ProducerStores stores = ProducerStores.empty();

    @TempDir
    private Path home;

    @Test
    void noneIsLogged(CapturedOutput log) throws Exception {
        try (ConfigurableApplicationContext producer = new SpringApplicationBuilder(ProducerApplication.class)
                .properties(new HashMap<String, Object>(stores.settings(home)))
                .run("--logging.level.root=debug", "--CONSUMO_DEMO=off", "--CONSUMO_INTERNAL_SECRET=" + INTERNAL)) {
            String port = producer.getEnvironment().getRequiredProperty("local.server.port");

            assertThat(status(port, INTERNAL)).isEqualTo(200);
            assertThat(status(port, GUESS)).isEqualTo(401);
            assertThat(log.getAll()).contains("DEBUG", "/internal/status");
            assertThat(List.of(INTERNAL, GUESS))
                    .allSatisfy(secret ->
                            assertThat(log.getAll().contains(secret)).as(secret).isFalse());
        }
    }

    private static int status(String port, String secret) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/internal/status"))
                                    .header("X-Consumo-Secret", secret)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
