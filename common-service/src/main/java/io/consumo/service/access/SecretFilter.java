package io.consumo.service.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in only who knows the secret, except to the health check. */
public final class SecretFilter extends OncePerRequestFilter {

    private static final String REFUSED = """
            {"type":"urn:consumo:problem:secret-needed","title":"The secret is needed","status":401,\
            "detail":"the header X-Consumo-Secret must hold the installation's CONSUMO_INTERNAL_SECRET"}""";

    private final InternalSecret secret;

    public SecretFilter(InternalSecret secret) {
        this.secret = secret;
    }

    /** Everything else is closed, so that no spelling of a path gets round the check. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (secret.isShownBy(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(REFUSED.getBytes(UTF_8));
    }
}
