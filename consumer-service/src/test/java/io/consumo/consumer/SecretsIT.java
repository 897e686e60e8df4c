package io.consumo.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.stack.TestStores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A store that refuses the login is told with all there is to tell, but for the password. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsIT {

    private static final List<String> SECRETS =
            List.of("secret-of-services-7c1f", "secret-of-mongodb-5d03", "secret-of-postgres-91ab");

    @Test
    void noneIsLogged(CapturedOutput log) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(ConsumerApplication.class)
                        .run(
                                "--server.port=0",
                                "--logging.level.root=debug",
                                "--spring.datasource.url=" + TestStores.freshPostgres(),
                                "--spring.datasource.username=nobody",
                                "--CONSUMO_POSTGRES_PASSWORD=" + SECRETS.get(2),
                                "--CONSUMO_MONGO_URI=mongodb://consumo:" + SECRETS.get(1) + "@localhost:1/consumo",
                                "--CONSUMO_INTERNAL_SECRET=" + SECRETS.get(0)))
                .isNotNull();

        assertThat(log.getAll()).contains("DEBUG", "nobody");
        assertThat(SECRETS)
                .allSatisfy(secret ->
                        assertThat(log.getAll().contains(secret)).as(secret).isFalse());
    }
}
