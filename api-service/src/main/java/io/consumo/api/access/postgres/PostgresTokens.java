package io.consumo.api.access.postgres;

import io.consumo.api.access.Tokens;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PostgresTokens implements Tokens {

    private final TokenRepository rows;

    PostgresTokens(TokenRepository rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Grant> find(String tokenHash) {
        return rows.findById(tokenHash).map(TokenRow::grant);
    }

    @Override
    public void save(String tokenHash, Grant grant) {
        rows.save(new TokenRow(tokenHash, grant));
    }

    @Override
    public void delete(String tokenHash) {
        rows.deleteOne(tokenHash);
    }

    @Override
    public void deleteAllOf(String username) {
        rows.deleteAllOf(username);
    }

    @Override
    public void deleteExpired(Instant now) {
        rows.deleteExpired(now);
    }
}
