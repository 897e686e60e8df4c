package io.consumo.model.api;

import io.consumo.model.api.Session.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token with which another system may use the API.
 *
 * @param token shown once, in the answer that made it; null afterwards
 * @param lastUsedAt to the minute; null as long as it was not used
 */
public record ApiToken(
        String id,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String token) {

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "ApiToken[" + id + ", " + name + ", " + role + "]";
    }
}
