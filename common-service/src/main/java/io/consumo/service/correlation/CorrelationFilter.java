package io.consumo.service.correlation;

import io.consumo.model.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its id: the caller's, or one of our own; the answer tells it, and so does every line of the log. */
public final class CorrelationFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Correlation.given(request.getHeader(Correlation.HTTP_HEADER), request.getHeader("traceparent"))
                .orElseGet(Correlation::fresh);
        response.setHeader(Correlation.HTTP_HEADER, id);
        try (MDC.MDCCloseable _ = MDC.putCloseable(Correlation.LOG_KEY, id)) {
            chain.doFilter(request, response);
        }
    }
}
