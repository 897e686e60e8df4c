package io.consumo.api.access.web;

import io.consumo.api.access.Login;
import io.consumo.api.audit.AuditLog;
import io.consumo.model.api.AuditEntry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notes who changes what, and who fails to log in; stands around the check of credentials. */
class AuditRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditRequests.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String READINGS = "/api/v1/readings";
    private static final int LONGEST_PATH = 200;

    private final AuditLog log;
    private final Clock clock;

    AuditRequests(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Instant begin = clock.instant();
        long nanos = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            if (isWorthNoting(request, response.getStatus())) {
                note(request, response.getStatus(), begin, (System.nanoTime() - nanos) / 1_000_000);
            }
        }
    }

    private static boolean isWorthNoting(HttpServletRequest request, int status) {
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        }
        boolean isRefusal = status == HttpStatus.FORBIDDEN.value() || status == HttpStatus.TOO_MANY_REQUESTS.value();
        boolean isTakenReading =
                request.getRequestURI().startsWith(READINGS) && status < HttpStatus.BAD_REQUEST.value();
        return isRefusal || (!READING.contains(request.getMethod()) && !isTakenReading);
    }

    private void note(HttpServletRequest request, int status, Instant begin, long millis) {
        String path = request.getRequestURI();
        try {
            log.add(new AuditEntry(
                    0,
                    begin,
                    username(request),
                    request.getMethod(),
                    path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                    status,
                    Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                    (int) millis));
        } catch (RuntimeException e) {
            LOG.warn("{} {} {} is in no audit: {}", request.getMethod(), path, status, e.getMessage());
        }
    }

    private static String username(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Login login) {
            return login.username();
        }
        return CredentialsConverter.claimedName(request);
    }
}
