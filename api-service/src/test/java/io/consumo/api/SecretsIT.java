package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.stack.TestStores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever succeeds or fails, and however much is logged: no secret is. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsIT {

    private static final String INTERNAL = "secret-of-services-7c1f";
    private static final String OPERATOR = "secret-of-operator-2a9e";
    private static final String MONGO = "secret-of-mongodb-5d03";
    private static final String GUESS = "secret-that-was-guessed-8b44";

    @Test
    void noneIsLogged(CapturedOutput log) {
        String postgres = TestStores.freshPostgres();
        ApiStores.migrate(postgres);
        try (ConfigurableApplicationContext api = new SpringApplicationBuilder(ApiApplication.class)
                .run(
                        "--server.port=0",
                        "--logging.level.root=debug",
                        "--CONSUMO_POSTGRES_URL=" + postgres,
                        "--CONSUMO_MONGO_URI=mongodb://consumo:" + MONGO + "@localhost:1/consumo",
                        "--CONSUMO_KAFKA=" + TestStores.kafka(),
                        "--CONSUMO_INTERNAL_SECRET=" + INTERNAL,
                        "--CONSUMO_OPERATOR_PASSWORD=" + OPERATOR,
                        "--CONSUMO_CONSUMER_URL=http://localhost:1",
                        "--consumo.stores.mongo-timeout=200ms",
                        "--consumo.access.hash-strength=4")) {
            Http http = new Http(api.getEnvironment());
            String login = Http.basic("operator", OPERATOR);
            String token = http.send("POST", "/api/v1/session", null, login)
                    .json()
                    .get("token")
                    .asString();
            assertThat(http.send("GET", "/api/v1/tokens", null, "Bearer " + token)
                            .status())
                    .isEqualTo(200);
            assertThat(http.send("GET", "/api/v1/tokens", null, Http.basic("operator", GUESS))
                            .status())
                    .isEqualTo(401);
            assertThat(http.send("GET", "/api/v1/tokens", null, "Bearer " + GUESS)
                            .status())
                    .isEqualTo(401);
            assertThat(http.send("GET", "/api/v1/monthly", null, login).status())
                    .as("MongoDB is away")
                    .isEqualTo(503);
            assertThat(http.send("GET", "/api/v1/rules", null, login).status())
                    .as("the consumer is away")
                    .isEqualTo(503);
            assertThat(http.send("GET", "/api/v1/pipeline", null, login).status())
                    .isEqualTo(200);

            String made = http.send(
                            "POST",
                            "/api/v1/tokens",
                            "{\"name\":\"billing\"}",
                            login,
                            "Content-Type",
                            "application/json")
                    .json()
                    .get("token")
                    .asString();

            assertThat(log.getAll()).contains("DEBUG", "localhost:1");
            assertThat(List.of(INTERNAL, OPERATOR, MONGO, GUESS, token, made, login.substring("Basic ".length())))
                    .allSatisfy(secret ->
                            assertThat(log.getAll().contains(secret)).as(secret).isFalse());
        }
    }
}
