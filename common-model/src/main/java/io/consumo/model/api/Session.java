package io.consumo.model.api;

import java.time.Instant;

/** A short-lived bearer token for a user who logged in with name and password. */
public record Session(String token, Instant expiresAt, String username, Role role) {

    /** Each may do what the ones before it may. */
    public enum Role {
        VIEWER,
        ANALYST,
        OPERATOR
    }
}
