package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import org.junit.jupiter.api.Test;

class DropRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new DropRule(true, 50, 2, 3);
    }

    @Override
    public DayCurve justFires() {
        return Days.day(DAY, hour -> Days.ordinary(hour) * 0.45);
    }

    @Override
    public DayCurve justDoesNot() {
        return Days.day(DAY, hour -> Days.ordinary(hour) * 0.55);
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DropRule(true, 101, 2, 3));
    }
}
