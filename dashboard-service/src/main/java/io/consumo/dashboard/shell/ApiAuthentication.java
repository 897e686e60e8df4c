package io.consumo.dashboard.shell;

import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.backend.SessionClient;
import io.consumo.model.api.Session;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets the API decide who may come in. */
@Component
class ApiAuthentication implements AuthenticationProvider {

    private final SessionClient sessions;

    ApiAuthentication(SessionClient sessions) {
        this.sessions = sessions;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            Session session = sessions.open(attempt.getName(), String.valueOf(attempt.getCredentials()));
            return UsernamePasswordAuthenticationToken.authenticated(
                    new SignedIn(session.username(), session.role(), session.token()),
                    null,
                    List.of(new SimpleGrantedAuthority("ROLE_" + session.role())));
        } catch (BackendFailure failure) {
            throw refused(failure);
        }
    }

    private static AuthenticationException refused(BackendFailure failure) {
        return switch (failure.kind()) {
            case UNAUTHORISED -> new BadCredentialsException("wrong name or password", failure);
            case THROTTLED -> new LockedException("too many attempts", failure);
            case UNREACHABLE, NOT_FOUND, FORBIDDEN, NOT_ALLOWED_NOW, OVERTAKEN, PROBLEM ->
                new AuthenticationServiceException("the API cannot tell who may come in", failure);
        };
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
