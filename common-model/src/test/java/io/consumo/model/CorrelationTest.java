package io.consumo.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrelationTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void takesTheCallersId() {
        assertThat(Correlation.given("order-4711:a", TRACE)).contains("order-4711:a");
    }

    @Test
    void takesTheTraceWhereTheCallerNamesNoId() {
        assertThat(Correlation.given(null, TRACE)).contains("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void takesNothingThatWouldForgeALineOrFillALog() {
        assertThat(Correlation.given("a\nWARN all is lost", null)).isEmpty();
        assertThat(Correlation.given("%X{password}", null)).isEmpty();
        assertThat(Correlation.given("a".repeat(65), "00-1-2-3")).isEmpty();
        assertThat(Correlation.ofRecord("a b".getBytes(UTF_8))).isEmpty();
        assertThat(Correlation.ofRecord(null)).isEmpty();
    }

    @Test
    void makesIdsThatItWouldTakeItself() {
        String fresh = Correlation.fresh();
        assertThat(Correlation.given(fresh, null)).contains(fresh);
        assertThat(Correlation.fresh()).isNotEqualTo(fresh);
    }
}
