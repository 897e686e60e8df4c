package io.consumo.api.access;

import io.consumo.api.request.InvalidParameter;
import io.consumo.model.api.ApiToken;
import io.consumo.model.api.ApiTokenRequest;
import io.consumo.model.api.Session.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Makes tokens for other systems, knows them again and takes them back. */
@Component
public class ApiTokens {

    /** Tells these tokens from those of a session. */
    static final String PREFIX = "consumo_";

    private static final int LONGEST_NAME = 80;
    private static final int DEFAULT_DAYS = 90;
    private static final int MOST_DAYS = 366;

    private final ApiTokenStore store;
    private final AccessProperties settings;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    ApiTokens(ApiTokenStore store, AccessProperties settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    private record Seen(Login login, Instant checkedAt) {}

    public List<ApiToken> list() {
        return store.list();
    }

    public ApiToken create(ApiTokenRequest request, String by) {
        String name = Objects.requireNonNullElse(request.name(), "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidParameter(
                    "name", "must have from 1 to " + LONGEST_NAME + " characters", List.of("a name to know it by"));
        }
        int days = Objects.requireNonNullElse(request.days(), DEFAULT_DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidParameter(
                    "days", "must be from 1 to " + MOST_DAYS + ", was " + days, List.of("1 to " + MOST_DAYS));
        }
        Instant now = clock.instant();
        String secret = PREFIX + Secrets.random();
        ApiToken token = new ApiToken(
                UUID.randomUUID().toString(),
                name,
                Objects.requireNonNullElse(request.role(), Role.VIEWER),
                by,
                now,
                now.plus(Duration.ofDays(days)),
                null,
                secret);
        store.save(token, Secrets.hash(secret));
        return token;
    }

    /** Returns whether there was one; it is good no longer from this moment on. */
    public boolean revoke(String id) {
        boolean existed = store.delete(id);
        seen.clear();
        return existed;
    }

    /** @throws BadCredentialsException when the token is unknown or has expired */
    Login login(String secret) {
        String hash = Secrets.hash(secret);
        Instant now = clock.instant();
        Seen known = seen.get(hash);
        if (known != null && now.isBefore(known.checkedAt().plus(settings.verifiedFor()))) {
            return known.login();
        }
        Optional<ApiToken> token = store.find(hash).filter(found -> now.isBefore(found.expiresAt()));
        if (token.isEmpty()) {
            seen.remove(hash);
            throw new BadCredentialsException("the token is unknown or has expired");
        }
        store.used(token.get().id(), now);
        Login login = new Login("token:" + token.get().name(), token.get().role());
        seen.put(hash, new Seen(login, now));
        return login;
    }
}
