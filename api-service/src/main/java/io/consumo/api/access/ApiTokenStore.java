package io.consumo.api.access;

import io.consumo.model.api.ApiToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tokens of other systems are kept, known by their hash only. */
public interface ApiTokenStore {

    List<ApiToken> list();

    Optional<ApiToken> find(String hash);

    void save(ApiToken token, String hash);

    void used(String id, Instant at);

    boolean delete(String id);
}
