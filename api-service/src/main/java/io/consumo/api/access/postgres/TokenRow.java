package io.consumo.api.access.postgres;

import io.consumo.api.access.Tokens.Grant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "session_token")
class TokenRow {

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    private String username;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected TokenRow() {}

    TokenRow(String tokenHash, Grant grant) {
        this.tokenHash = tokenHash;
        username = grant.username();
        expiresAt = grant.expiresAt();
    }

    Grant grant() {
        return new Grant(username, expiresAt);
    }
}
