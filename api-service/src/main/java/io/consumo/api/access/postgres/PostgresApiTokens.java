package io.consumo.api.access.postgres;

import io.consumo.api.access.ApiTokenStore;
import io.consumo.model.api.ApiToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class PostgresApiTokens implements ApiTokenStore {

    private final ApiTokenRepository rows;

    PostgresApiTokens(ApiTokenRepository rows) {
        this.rows = rows;
    }

    @Override
    public List<ApiToken> list() {
        return rows.findAllByOrderByCreatedAtDesc().stream()
                .map(ApiTokenRow::token)
                .toList();
    }

    @Override
    public Optional<ApiToken> find(String hash) {
        return rows.findByTokenHash(hash).map(ApiTokenRow::token);
    }

    @Override
    public void save(ApiToken token, String hash) {
        rows.save(new ApiTokenRow(token, hash));
    }

    @Override
    public void used(String id, Instant at) {
        rows.used(UUID.fromString(id), at);
    }

    @Override
    public boolean delete(String id) {
        try {
            return rows.deleteOne(UUID.fromString(id)) == 1;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
