package io.consumo.api.limit;

import java.time.Duration;

/** The user has asked more than is granted. */
public final class TooManyRequests extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public TooManyRequests(Duration retryAfter) {
        super("this user has asked more than is granted");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
