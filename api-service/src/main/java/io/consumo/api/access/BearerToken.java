package io.consumo.api.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A bearer token as it came with a request, not yet known to be good. */
public final class BearerToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String token;

    public BearerToken(String token) {
        super(List.of());
        this.token = token;
    }

    public String token() {
        return token;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return "bearer";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BearerToken that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
