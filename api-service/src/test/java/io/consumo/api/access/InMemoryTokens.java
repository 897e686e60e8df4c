package io.consumo.api.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

class InMemoryTokens implements Tokens {

    final Map<String, Grant> grants = new HashMap<>();
    boolean down;

    @Override
    public Optional<Grant> find(String tokenHash) {
        if (down) {
            throw new DataAccessResourceFailureException("down");
        }
        return Optional.ofNullable(grants.get(tokenHash));
    }

    @Override
    public void save(String tokenHash, Grant grant) {
        grants.put(tokenHash, grant);
    }

    @Override
    public void delete(String tokenHash) {
        grants.remove(tokenHash);
    }

    @Override
    public void deleteAllOf(String username) {
        grants.values().removeIf(grant -> grant.username().equals(username));
    }

    @Override
    public void deleteExpired(Instant now) {
        grants.values().removeIf(grant -> !grant.expiresAt().isAfter(now));
    }
}
