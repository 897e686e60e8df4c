package io.consumo.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.dashboard.Browser.Look;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** However much is logged: no password or token is, right or guessed. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"logging.level.root=debug", "consumo.internal.secret=" + SecretsIT.INTERNAL})
class SecretsIT extends PageScenario {

    static final String INTERNAL = "secret-of-services-7c1f";

    private static final String GUESS = "secret-that-was-guessed-8b44";

    @Test
    void noneIsLogged(CapturedOutput log) {
        logIn(open(Look.DESK, "/login"), "operator", GUESS);
        logInAt(Look.DESK, "/anomalies");

        assertThat(API.openSessions()).isPositive();
        assertThat(log.getAll()).contains("DEBUG", "/api/v1/session");
        assertThat(List.of(
                        INTERNAL,
                        GUESS,
                        basic(GUESS),
                        basic(StubApi.PASSWORD),
                        "Bearer token-",
                        "password=" + StubApi.PASSWORD))
                .allSatisfy(secret ->
                        assertThat(log.getAll().contains(secret)).as(secret).isFalse());
    }

    private static String basic(String password) {
        return Base64.getEncoder().encodeToString(("operator:" + password).getBytes(UTF_8));
    }
}
