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

    /** Keeps the token out of logs, which tell each answer when they tell everything. */
    @Override
    public String toString() {
        return "Session[" + username + ", " + role + ", until " + expiresAt + "]";
    }
}
