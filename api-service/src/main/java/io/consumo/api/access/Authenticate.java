package io.consumo.api.access;

import io.consumo.model.api.Session.Role;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Knows a user by name and password, or by a bearer token. */
@Component
public class Authenticate implements AuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(Authenticate.class);

    private static final String PASSWORD = "password";
    private static final String TOKEN = "token";
    private static final String THROTTLED = "throttled";

    private final CheckPassword passwords;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final MeterRegistry meters;

    Authenticate(CheckPassword passwords, Sessions sessions, ApiTokens tokens, MeterRegistry meters) {
        this.meters = meters;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        List.of(PASSWORD, TOKEN, THROTTLED).forEach(this::refused);
    }

    @Override
    public Authentication authenticate(Authentication given) {
        try {
            String factor = given instanceof BearerToken
                    ? FactorGrantedAuthority.BEARER_AUTHORITY
                    : FactorGrantedAuthority.PASSWORD_AUTHORITY;
            UsernamePasswordAuthenticationToken known = known(login(given), factor);
            known.setDetails((Standing) () -> isGood(given));
            return known;
        } catch (AuthenticationException e) {
            refused(e instanceof TooManyFailures ? THROTTLED : given instanceof BearerToken ? TOKEN : PASSWORD)
                    .increment();
            throw e;
        } catch (RuntimeException e) {
            // The store could not be asked; the filter only hands on exceptions of this kind.
            throw new InternalAuthenticationServiceException("cannot check credentials", e);
        }
    }

    private Counter refused(String what) {
        return Counter.builder("consumo.logins.refused")
                .description("Logins refused: a wrong password, an unknown token, or too many wrong ones just before")
                .tag("what", what)
                .register(meters);
    }

    /** A store that cannot be asked ends no login. */
    private boolean isGood(Authentication given) {
        try {
            Login unused = login(given);
            return true;
        } catch (BadCredentialsException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.debug("It is not known whether a login still stands", e);
            return true;
        }
    }

    private Login login(Authentication given) {
        return given instanceof BearerToken bearer
                ? login(bearer.token())
                : passwords.check(given.getName(), String.valueOf(given.getCredentials()));
    }

    private Login login(String token) {
        return token.startsWith(ApiTokens.PREFIX) ? tokens.login(token) : sessions.login(token);
    }

    private static UsernamePasswordAuthenticationToken known(Login login, String factor) {
        Role role = login.role();
        return UsernamePasswordAuthenticationToken.authenticated(
                login,
                null,
                List.of(
                        new SimpleGrantedAuthority("ROLE_" + role.name()),
                        FactorGrantedAuthority.fromAuthority(factor)));
    }
}
