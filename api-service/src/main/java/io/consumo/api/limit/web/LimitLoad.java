package io.consumo.api.limit.web;

import io.consumo.api.limit.LimitProperties;
import io.consumo.api.limit.Overloaded;
import io.consumo.api.limit.Places;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Answers only so many requests at once: what comes faster than it can be answered would pile up, each with what it has
 * read of the stores, until memory ends. A stream takes a place only until it has begun, health and metrics take none.
 */
@Component
class LimitLoad extends OncePerRequestFilter {

    private final Places places;
    private final HandlerExceptionResolver problems;
    private final Counter refused;

    LimitLoad(
            LimitProperties settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            MeterRegistry meters) {
        this.places = new Places(settings.atOnce(), settings.patience());
        this.problems = problems;
        this.refused = Counter.builder("consumo.requests.overloaded")
                .description("Requests refused since no place became free in time")
                .register(meters);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api/v1/health") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.take()) {
            refused.increment();
            problems.resolveException(request, response, null, new Overloaded());
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.leave();
        }
    }
}
