package io.consumo.api.limit.web;

import io.consumo.api.limit.LimitProperties;
import io.consumo.api.limit.TooManyRequests;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Keeps one user's program from taking the API away from the others; says how much is left. */
@Component
@Order(1)
class LimitRequests extends OncePerRequestFilter {

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final LimitProperties settings;
    private final HandlerExceptionResolver problems;
    private final Counter refused;

    LimitRequests(
            LimitProperties settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            MeterRegistry meters) {
        this.settings = settings;
        this.problems = problems;
        this.refused = Counter.builder("consumo.requests.limited")
                .description("Requests refused since their user had sent too many")
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Principal user = request.getUserPrincipal();
        if (user == null) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(user.getName(), name -> full()).tryConsumeAndReturnRemaining(1);
        Duration reset =
                Duration.ofNanos(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
        response.setHeader("RateLimit-Limit", String.valueOf(settings.requests()));
        response.setHeader("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()));
        response.setHeader("RateLimit-Reset", String.valueOf(reset.toSeconds() + 1));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refused.increment();
            problems.resolveException(request, response, null, new TooManyRequests(reset));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(settings.requests()).refillGreedy(settings.requests(), settings.per()))
                .build();
    }
}
