package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import org.junit.jupiter.api.Test;

class FlatRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new FlatRule(true, 0.05, 0.25, 0.5, 2);
    }

    @Override
    public DayCurve justFires() {
        return Days.day(DAY, hour -> 0.375 + (hour % 2) * 0.03);
    }

    @Override
    public DayCurve justDoesNot() {
        return Days.day(DAY, hour -> 0.375 + (hour % 2) * 0.06);
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlatRule(true, 0.2, 0.25, 0.5, 2));
    }
}
