package io.consumo.api.access.web;

import io.consumo.api.access.BearerToken;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/** Reads the Authorization header, Basic or Bearer. */
class CredentialsConverter implements AuthenticationConverter {

    private static final String BEARER = "Bearer ";

    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    /** The name that a request gives for itself, right or wrong. */
    static String claimedName(HttpServletRequest request) {
        try {
            Authentication claimed = new BasicAuthenticationConverter().convert(request);
            return claimed == null ? "(token)" : claimed.getName();
        } catch (BadCredentialsException e) {
            return "(unreadable)";
        }
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String token = bearer(request);
        return token != null ? new BearerToken(token) : basic.convert(request);
    }
}
