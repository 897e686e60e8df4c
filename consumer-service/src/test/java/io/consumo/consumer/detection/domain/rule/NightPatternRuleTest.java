package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import org.junit.jupiter.api.Test;

class NightPatternRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new NightPatternRule(true, 0.5, 15, 3);
    }

    @Override
    public DayCurve justFires() {
        return Days.day(DAY, hour -> Days.ordinary(hour) + (hour < 6 ? 0.65 : 0));
    }

    @Override
    public DayCurve justDoesNot() {
        return Days.day(DAY, hour -> Days.ordinary(hour) + (hour < 6 ? 0.4 : 0));
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NightPatternRule(true, 0.5, 0, 3));
    }
}
