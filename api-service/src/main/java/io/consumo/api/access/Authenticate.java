package io.consumo.api.access;

import io.consumo.model.api.Session.Role;
import java.util.List;
import org.springframework.security.authentication.AuthenticationManager;
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

    private final CheckPassword passwords;
    private final Sessions sessions;
    private final ApiTokens tokens;

    Authenticate(CheckPassword passwords, Sessions sessions, ApiTokens tokens) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        try {
            return given instanceof BearerToken bearer
                    ? known(login(bearer.token()), FactorGrantedAuthority.BEARER_AUTHORITY)
                    : known(
                            passwords.check(given.getName(), String.valueOf(given.getCredentials())),
                            FactorGrantedAuthority.PASSWORD_AUTHORITY);
        } catch (AuthenticationException e) {
            throw e;
        } catch (RuntimeException e) {
            // The store could not be asked; the filter only hands on exceptions of this kind.
            throw new InternalAuthenticationServiceException("cannot check credentials", e);
        }
    }

    private Login login(String token) {
        return token.startsWith(ApiTokens.PREFIX) ? tokens.login(token) : sessions.login(token);
    }

    private static Authentication known(Login login, String factor) {
        Role role = login.role();
        return UsernamePasswordAuthenticationToken.authenticated(
                login,
                null,
                List.of(
                        new SimpleGrantedAuthority("ROLE_" + role.name()),
                        FactorGrantedAuthority.fromAuthority(factor)));
    }
}
