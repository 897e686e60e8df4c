package io.consumo.api.access.postgres;

import io.consumo.model.api.ApiToken;
import io.consumo.model.api.Session.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_token")
class ApiTokenRow {

    @Id
    private UUID id;

    private String name;

    @Column(name = "token_hash")
    private String tokenHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ApiTokenRow() {}

    ApiTokenRow(ApiToken token, String tokenHash) {
        id = UUID.fromString(token.id());
        name = token.name();
        this.tokenHash = tokenHash;
        role = token.role();
        createdBy = token.createdBy();
        createdAt = token.createdAt();
        expiresAt = token.expiresAt();
    }

    ApiToken token() {
        return new ApiToken(id.toString(), name, role, createdBy, createdAt, expiresAt, lastUsedAt, null);
    }
}
