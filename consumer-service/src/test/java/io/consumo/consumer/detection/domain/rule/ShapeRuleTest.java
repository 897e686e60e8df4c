package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import org.junit.jupiter.api.Test;

class ShapeRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new ShapeRule(true, 0.1, 0.45, 40, 3);
    }

    @Override
    public DayCurve justFires() {
        return Days.day(DAY, hour -> Days.ordinary(23 - hour));
    }

    @Override
    public DayCurve justDoesNot() {
        return Days.day(DAY, hour -> Days.ordinary(hour));
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ShapeRule(true, 0.5, 0.4, 40, 3));
    }
}
