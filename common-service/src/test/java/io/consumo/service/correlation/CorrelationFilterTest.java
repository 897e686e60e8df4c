package io.consumo.service.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.Correlation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CorrelationFilterTest {

    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void theLogAndTheAnswerHaveTheCallersIdAndTheNextRequestOnTheThreadHasNot() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Correlation-Id", "order-4711");

        assertThat(answered(request)).isEqualTo("order-4711");
        assertThat(MDC.get("correlationId")).isNull();
        assertThat(answered(new MockHttpServletRequest())).isNotEqualTo("order-4711");
        assertThat(seen).first().isEqualTo("order-4711");
        assertThat(seen).last().asString().matches("[0-9a-f]{16}");
    }

    private String answered(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new CorrelationFilter().doFilter(request, response, (asked, answer) -> seen.add(MDC.get(Correlation.LOG_KEY)));
        return response.getHeader(Correlation.HTTP_HEADER);
    }

    @Test
    void otherServicesAreAskedUnderTheSameId() throws Exception {
        MDC.put(Correlation.LOG_KEY, "order-4711");
        assertThat(askedUnder()).isEqualTo("order-4711");
        MDC.clear();
        assertThat(askedUnder()).isNull();
    }

    private static String askedUnder() throws Exception {
        MockClientHttpRequest request = new MockClientHttpRequest(HttpMethod.GET, URI.create("http://localhost"));
        new PassCorrelationOn()
                .intercept(request, new byte[0], (asked, body) -> new MockClientHttpResponse())
                .close();
        return request.getHeaders().getFirst(Correlation.HTTP_HEADER);
    }
}
