package io.consumo.archiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.http.InternalRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** However much is logged, and while MongoDB is away: no secret is, right or guessed. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsIT {

    private static final String PATH = "/internal/archive/due";
    private static final String INTERNAL = "secret-of-services-7c1f";
    private static final String MONGO = "secret-of-mongodb-5d03";
    private static final String GUESS = "secret-that-was-guessed-8b44";

    @TempDir
    private Path archive;

    @Test
    void noneIsLogged(CapturedOutput log) throws Exception {
        try (ConfigurableApplicationContext archiver = new SpringApplicationBuilder(ArchiverApplication.class)
                .run(
                        "--server.port=0",
                        "--logging.level.root=debug",
                        "--CONSUMO_ARCHIVE=" + archive,
                        "--CONSUMO_POSTGRES_URL="
                                + ConsumerSchema.create("Europe/Madrid").url(),
                        "--CONSUMO_MONGO_URI=mongodb://consumo:" + MONGO + "@localhost:1/consumo",
                        "--consumo.installation.mongo-timeout=200ms",
                        "--CONSUMO_INTERNAL_SECRET=" + INTERNAL)) {
            String port = archiver.getEnvironment().getRequiredProperty("local.server.port");

            assertThat(InternalRequest.status(port, PATH, INTERNAL)).isEqualTo(200);
            assertThat(InternalRequest.status(port, PATH, GUESS)).isEqualTo(401);
            assertThat(log.getAll()).contains("DEBUG", PATH, "localhost:1");
            assertThat(List.of(INTERNAL, MONGO, GUESS))
                    .allSatisfy(secret ->
                            assertThat(log.getAll().contains(secret)).as(secret).isFalse());
        }
    }
}
