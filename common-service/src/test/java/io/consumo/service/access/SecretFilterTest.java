package io.consumo.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecretFilterTest {

    private final SecretFilter filter = new SecretFilter(new InternalSecret("s3cret"));

    @ParameterizedTest
    @ValueSource(strings = {"/internal/status", "/health/", "/health;x", "/%68ealth", "/health/../internal", ""})
    void letsNobodyInWithoutTheSecret(String path) throws Exception {
        assertThat(status(path, null)).isEqualTo(401);
        assertThat(status(path, "s3cre")).isEqualTo(401);
        assertThat(status(path, "s3cret")).isEqualTo(200);
    }

    @Test
    void letsAllAskForTheHealth() throws Exception {
        assertThat(status("/health", null)).isEqualTo(200);
    }

    @Test
    void neverPrintsTheSecretAndWantsOne() {
        assertThat(new InternalSecret("s3cret").toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> new InternalSecret(" ")).hasMessageContaining("CONSUMO_INTERNAL_SECRET");
    }

    private int status(String path, String secret) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        if (secret != null) {
            request.addHeader(InternalSecret.HEADER, secret);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
