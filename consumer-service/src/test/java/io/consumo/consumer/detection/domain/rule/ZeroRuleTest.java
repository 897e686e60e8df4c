package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import org.junit.jupiter.api.Test;

class ZeroRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new ZeroRule(true, 0.05, 1, 2);
    }

    @Override
    public DayCurve justFires() {
        return Days.day(DAY, hour -> 0.002);
    }

    @Override
    public DayCurve justDoesNot() {
        return Days.day(DAY, hour -> 0.003);
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZeroRule(true, 0.6, 1, 2));
    }
}
