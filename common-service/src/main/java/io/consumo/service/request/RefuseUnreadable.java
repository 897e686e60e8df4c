package io.consumo.service.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what cannot be read, and what the server and Spring would take for failures of their own. */
public final class RefuseUnreadable extends OncePerRequestFilter {

    private static final String TYPE = """
            {"type":"urn:consumo:problem:unsupported-media-type","title":"Unsupported Media Type","status":415,\
            "detail":"Content-Type must name one type, such as application/json"}""";

    private static final String QUERY = """
            {"type":"urn:consumo:problem:invalid-parameter","title":"A parameter is wrong","status":400,\
            "detail":"the query cannot be read","field":"query",\
            "allowed":["parameters with a name each, in UTF-8 and percent-encoded"]}""";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfAnyType(request)) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, TYPE);
        } else if (hasUnreadableQuery(request)) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, QUERY);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What the server itself refuses, such as TRACE, is told by Spring, which reads the query for it. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isOfAnyType(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.indexOf('*') >= 0;
    }

    private static boolean hasUnreadableQuery(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return false;
        }
        try {
            request.getParameterMap();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static void refuse(HttpServletResponse response, int status, String problem) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problem.getBytes(UTF_8));
    }
}
