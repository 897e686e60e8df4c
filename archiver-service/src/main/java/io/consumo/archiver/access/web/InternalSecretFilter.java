package io.consumo.archiver.access.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.archiver.access.AccessProperties;
import io.consumo.archiver.access.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in only who knows the secret, except to the health check. */
@Component
class InternalSecretFilter extends OncePerRequestFilter {

    private static final String REFUSED = """
            {"type":"urn:consumo:problem:secret-needed","title":"The secret is needed","status":401,\
            "detail":"the header X-Consumo-Secret must hold the installation's CONSUMO_INTERNAL_SECRET"}""";

    private final byte[] secret;

    InternalSecretFilter(AccessProperties access) {
        this.secret = access.secret().getBytes(UTF_8);
    }

    /** Everything else is closed, so that no spelling of a path gets round the check. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(Caller.SECRET_HEADER);
        if (given != null && MessageDigest.isEqual(given.getBytes(UTF_8), secret)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(REFUSED.getBytes(UTF_8));
    }
}
