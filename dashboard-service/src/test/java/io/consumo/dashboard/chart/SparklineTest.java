package io.consumo.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void leavesMissingValuesOpen() {
        String svg = Sparkline.svg(Arrays.asList(BigDecimal.ONE, BigDecimal.TWO, null, BigDecimal.ONE, BigDecimal.TWO));

        assertThat(svg).contains("M0.0 14.0L30.0 2.0M90.0 14.0L120.0 2.0\"");
    }

    @Test
    void drawsAFlatLineOfZeros() {
        assertThat(Sparkline.svg(List.of(BigDecimal.ZERO, BigDecimal.ZERO))).contains("M0.0 26.0L120.0 26.0\"");
    }

    @Test
    void drawsNothingOfNothing() {
        assertThat(Sparkline.svg(List.of())).contains("d=\"\"");
    }
}
