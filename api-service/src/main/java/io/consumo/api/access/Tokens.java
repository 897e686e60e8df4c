package io.consumo.api.access;

import java.time.Instant;
import java.util.Optional;

/** The bearer tokens that were given out, known by their hash only. */
public interface Tokens {

    /** Until when a token stands for which user. */
    record Grant(String username, Instant expiresAt) {}

    Optional<Grant> find(String tokenHash);

    void save(String tokenHash, Grant grant);

    void delete(String tokenHash);

    void deleteAllOf(String username);

    void deleteExpired(Instant now);
}
