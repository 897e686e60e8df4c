package io.consumo.dashboard.shell;

import java.util.Arrays;
import java.util.Optional;

/** Why a login did not work, as the login page's address tells it. */
enum LoginFailure {
    CREDENTIALS,
    THROTTLED,
    UNREACHABLE;

    static Optional<LoginFailure> parse(String name) {
        return Arrays.stream(values())
                .filter(failure -> failure.name().equals(name))
                .findFirst();
    }
}
