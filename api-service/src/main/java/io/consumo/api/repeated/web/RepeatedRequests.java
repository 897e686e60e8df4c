package io.consumo.api.repeated.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.api.repeated.KeptAnswer;
import io.consumo.api.repeated.KeptAnswers;
import io.consumo.api.repeated.KeyReused;
import io.consumo.api.repeated.RepeatedProperties;
import io.consumo.api.repeated.RequestUnderWay;
import io.consumo.api.request.InvalidParameter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does what is asked with an Idempotency-Key once, and gives the same answer to whoever asks again. What was refused or
 * failed is not kept: it can be tried again.
 */
@Component
@Order(2)
class RepeatedRequests extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedRequests.class);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final String TOKENS = "/api/v1/tokens";
    private static final String SESSION = "/api/v1/session";

    private final KeptAnswers answers;
    private final RepeatedProperties settings;
    private final HandlerExceptionResolver problems;
    private final JsonMapper json;
    private final Clock clock;

    RepeatedRequests(
            KeptAnswers answers,
            RepeatedProperties settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            JsonMapper json,
            Clock clock) {
        this.answers = answers;
        this.settings = settings;
        this.problems = problems;
        this.json = json;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null
                || request.getRequestURI().equals(SESSION);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = Objects.requireNonNull(request.getHeader(HEADER));
        String user = Objects.requireNonNull(request.getUserPrincipal()).getName();
        try {
            if (!KEY.matcher(key).matches()) {
                throw new InvalidParameter(HEADER, "cannot be a key", List.of("1 to 200 visible ASCII characters"));
            }
            Instant now = clock.instant();
            boolean isFirst =
                    answers.take(user, key, now, now.minus(settings.keep()), now.minus(settings.abandonAfter()));
            if (!isFirst) {
                repeat(new DigestedRequest(request), response, user, key);
                return;
            }
        } catch (InvalidParameter | KeyReused | RequestUnderWay | DataAccessException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        once(new DigestedRequest(request), new ContentCachingResponseWrapper(response), chain, user, key);
    }

    private void repeat(DigestedRequest request, HttpServletResponse response, String user, String key)
            throws IOException {
        KeptAnswer answer = answers.find(user, key).orElseThrow(RequestUnderWay::new);
        if (!answer.requestHash().equals(request.hash())) {
            throw new KeyReused();
        }
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replayed", "true");
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.getOutputStream().write(answer.body().getBytes(UTF_8));
    }

    private void once(
            DigestedRequest request, ContentCachingResponseWrapper response, FilterChain chain, String user, String key)
            throws ServletException, IOException {
        boolean isDone = false;
        try {
            chain.doFilter(request, response);
            isDone = HttpStatus.valueOf(response.getStatus()).is2xxSuccessful();
            if (isDone) {
                String body = withoutSecret(request, new String(response.getContentAsByteArray(), UTF_8));
                KeptAnswer answer = new KeptAnswer(
                        request.hash(),
                        response.getStatus(),
                        response.getContentType(),
                        response.getHeader(HttpHeaders.LOCATION),
                        body);
                ifItCanBe("kept", () -> answers.keep(user, key, answer));
            }
        } finally {
            if (!isDone) {
                ifItCanBe("given free", () -> answers.release(user, key));
            }
            response.copyBodyToResponse();
        }
    }

    /**
     * What was answered to the request is true also when PostgreSQL went away meanwhile. Its key stays taken then, and is
     * free again when such requests count as abandoned.
     */
    private static void ifItCanBe(String what, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            LOG.warn("A key that was sent for repetition cannot be {}: {}", what, e.getMessage());
        }
    }

    /** A token is shown once, and stored nowhere. */
    private String withoutSecret(HttpServletRequest request, String body) {
        if (!request.getRequestURI().equals(TOKENS)) {
            return body;
        }
        JsonNode token = json.readTree(body);
        return token instanceof ObjectNode object ? json.writeValueAsString(object.putNull("token")) : body;
    }
}
