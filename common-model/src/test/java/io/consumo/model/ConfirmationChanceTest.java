package io.consumo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfirmationChanceTest {

    @Test
    void isThatOfOrdinaryScreeningWhileNothingIsClosed() {
        assertThat(ConfirmationChance.of(0, 0)).isEqualTo(0.2);
    }

    @Test
    void fewCasesMoveItLittleAndManyDecideIt() {
        assertThat(ConfirmationChance.of(1, 0)).isBetween(0.2, 0.3);
        assertThat(ConfirmationChance.of(0, 1)).isBetween(0.15, 0.2);
        assertThat(ConfirmationChance.of(900, 100)).isCloseTo(0.9, within(0.01));
    }
}
