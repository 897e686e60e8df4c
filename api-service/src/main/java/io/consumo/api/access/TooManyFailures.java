package io.consumo.api.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A user's password was wrong so often that it is not checked for a while. */
public final class TooManyFailures extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    public TooManyFailures(Duration wait) {
        super("too many failed logins");
        this.wait = wait;
    }

    public Duration retryAfter() {
        return wait;
    }
}
