package io.consumo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnergyTest {

    @ParameterizedTest
    @CsvSource({"0.412, 4120", "0.00005, 1", "0.00004999, 0", "1e-5, 0", "5e-5, 1", "12E+1, 1200000", "0, 0"})
    void roundsHalfUpAtTheFourthDecimal(BigDecimal kwh, long tenths) {
        assertThat(Energy.ofKwh(kwh)).isEqualTo(new Energy(tenths));
    }

    @Test
    void aNumberOfABillionDecimalsIsNothing() {
        assertThat(Energy.ofKwh(new BigDecimal("1e-999999999"))).isEqualTo(Energy.ZERO);
    }
}
