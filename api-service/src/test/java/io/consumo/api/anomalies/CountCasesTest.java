package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.model.api.AnomalyStats.RulePrecision;
import org.junit.jupiter.api.Test;

class CountCasesTest {

    /** The interval of 8 of 10 as textbooks give it. */
    @Test
    void tellsWilsonsInterval() {
        assertThat(CountCases.precision("spike", 8, 10)).isEqualTo(new RulePrecision("spike", 8, 10, 80.0, 49.0, 94.3));
    }

    @Test
    void oneCaseOfOneSaysLittle() {
        RulePrecision one = CountCases.precision("spike", 1, 1);
        assertThat(one.percent()).isEqualTo(100);
        assertThat(one.low()).isLessThan(25);
        assertThat(one.high()).isEqualTo(100);
    }
}
