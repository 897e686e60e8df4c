package io.consumo.producer.feed.web;

import io.consumo.producer.feed.FeedProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody but the other services reach what is internal. */
@Component
class InternalSecretFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Consumo-Secret";

    private final byte[] secret;

    InternalSecretFilter(FeedProperties settings) {
        this.secret = settings.internalSecret().getBytes(StandardCharsets.UTF_8);
    }

    /** Everything is internal but the health, however the path is written. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().equals("/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] shown = Optional.ofNullable(request.getHeader(HEADER)).orElse("").getBytes(StandardCharsets.UTF_8);
        if (MessageDigest.isEqual(shown, secret)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
