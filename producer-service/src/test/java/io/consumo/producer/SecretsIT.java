package io.consumo.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.http.InternalRequest;
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

    private static final String PATH = "/internal/status";
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

            assertThat(InternalRequest.status(port, PATH, INTERNAL)).isEqualTo(200);
            assertThat(InternalRequest.status(port, PATH, GUESS)).isEqualTo(401);
            assertThat(log.getAll()).contains("DEBUG", PATH);
            assertThat(List.of(INTERNAL, GUESS))
                    .allSatisfy(secret ->
                            assertThat(log.getAll().contains(secret)).as(secret).isFalse());
        }
    }
}
