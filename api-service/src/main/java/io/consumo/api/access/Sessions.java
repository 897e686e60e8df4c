package io.consumo.api.access;

import io.consumo.model.api.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Gives bearer tokens to users who logged in, and knows them again. While the store is down, tokens that were seen
 * before stay good, so that the dashboard can still say what is down.
 */
@Component
public class Sessions {

    private final Tokens tokens;
    private final Accounts accounts;
    private final AccessProperties settings;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    Sessions(Tokens tokens, Accounts accounts, AccessProperties settings, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    private record Seen(Login login, Instant expiresAt, Instant checkedAt) {}

    public Session open(Login login) {
        Instant now = clock.instant();
        tokens.deleteExpired(now);
        seen.values().removeIf(its -> !now.isBefore(its.expiresAt()));
        String token = Secrets.random();
        Instant expiresAt = now.plus(settings.sessionLength());
        tokens.save(Secrets.hash(token), new Tokens.Grant(login.username(), expiresAt));
        return new Session(token, expiresAt, login.username(), login.role());
    }

    public void close(String token) {
        String hash = Secrets.hash(token);
        tokens.delete(hash);
        seen.remove(hash);
    }

    /** @throws BadCredentialsException when the token is unknown or has expired */
    Login login(String token) {
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        Seen known = seen.get(hash);
        if (known != null
                && now.isBefore(known.checkedAt().plus(settings.verifiedFor()))
                && now.isBefore(known.expiresAt())) {
            return known.login();
        }
        try {
            Optional<Seen> found = tokens.find(hash)
                    .filter(grant -> now.isBefore(grant.expiresAt()))
                    .flatMap(grant -> accounts.find(grant.username())
                            .map(account ->
                                    new Seen(new Login(account.username(), account.role()), grant.expiresAt(), now)));
            if (found.isEmpty()) {
                seen.remove(hash);
                throw new BadCredentialsException("the token is unknown or has expired");
            }
            seen.put(hash, found.get());
            return found.get().login();
        } catch (DataAccessException | TransactionException e) {
            if (known != null && now.isBefore(known.expiresAt())) {
                return known.login();
            }
            throw e;
        }
    }
}
