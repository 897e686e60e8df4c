package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import org.junit.jupiter.api.Test;

class SpikeRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new SpikeRule(true, 150, 5, 1, 1);
    }

    @Override
    public DayCurve justFires() {
        return Days.day(DAY, hour -> hour == 12 ? 24 : 0.02);
    }

    @Override
    public DayCurve justDoesNot() {
        return Days.day(DAY, hour -> hour == 12 ? 20 : 0.02);
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpikeRule(true, 0, 5, 1, 1));
    }
}
