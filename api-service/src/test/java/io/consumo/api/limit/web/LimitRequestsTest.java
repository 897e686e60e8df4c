package io.consumo.api.limit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.limit.LimitProperties;
import io.consumo.api.limit.TooManyRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LimitRequestsTest {

    private final List<Exception> refused = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LimitRequests limit = new LimitRequests(
            new LimitProperties(2, Duration.ofHours(1), 1, Duration.ZERO),
            (request, response, handler, exception) -> {
                refused.add(exception);
                return null;
            },
            meters);

    @Test
    void eachUserIsGrantedSoMany() throws Exception {
        assertThat(ask("ana").getHeader("RateLimit-Remaining")).isEqualTo("1");
        ask("ana");
        ask("ben");
        assertThat(refused).isEmpty();

        ask("ana");

        assertThat(meters.get("consumo.requests.limited").counter().count()).isEqualTo(1);
        assertThat(refused).hasSize(1).first().isInstanceOfSatisfying(TooManyRequests.class, tooMany -> assertThat(
                        tooMany.retryAfter())
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30)));
    }

    private MockHttpServletResponse ask(String user) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/overview");
        request.setUserPrincipal(() -> user);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
