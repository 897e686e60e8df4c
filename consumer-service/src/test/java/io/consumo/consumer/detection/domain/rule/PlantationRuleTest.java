package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import org.junit.jupiter.api.Test;

class PlantationRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new PlantationRule(true, 1.5, 10, 19, 2);
    }

    @Override
    public DayCurve justFires() {
        return Days.day(DAY, hour -> Days.ordinary(hour) + (hour >= 20 || hour < 8 ? 1.8 : 0));
    }

    @Override
    public DayCurve justDoesNot() {
        return Days.day(DAY, hour -> Days.ordinary(hour) + (hour >= 20 || hour < 8 ? 1.2 : 0));
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlantationRule(true, 1.5, 10, 9, 2));
    }
}
