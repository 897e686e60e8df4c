package io.consumo.consumer.status.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only the other services in, which know the secret; the health is open to all. */
@Component
class SecretFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Consumo-Secret";

    private final byte[] secret;

    SecretFilter(Environment environment) {
        this.secret = environment.getRequiredProperty("consumo.internal.secret").getBytes(UTF_8);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Whatever is spelled in another way than this is not let through.
        return request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        if (given != null && MessageDigest.isEqual(secret, given.getBytes(UTF_8))) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED, "the header " + HEADER + " is needed");
        }
    }
}
