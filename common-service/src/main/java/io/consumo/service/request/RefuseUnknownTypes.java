package io.consumo.service.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body of any type at all, which Spring takes for a failure of its own. */
public final class RefuseUnknownTypes extends OncePerRequestFilter {

    private static final String REFUSED = """
            {"type":"urn:consumo:problem:unsupported-media-type","title":"Unsupported Media Type","status":415,\
            "detail":"Content-Type must name one type, such as application/json"}""";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || type.indexOf('*') < 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(REFUSED.getBytes(UTF_8));
    }
}
