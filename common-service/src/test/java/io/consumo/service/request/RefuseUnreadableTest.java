package io.consumo.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RefuseUnreadableTest {

    @ParameterizedTest
    @CsvSource({"*/*,415", "application/*,415", "application/json,200", "no type,200", ",200"})
    void wantsOneTypeIfAny(String type, int status) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/internal/backtests");
        request.setContentType(type);
        MockHttpServletResponse response = new MockHttpServletResponse();

        new RefuseUnreadable().doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }
}
