package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new FlatRule(true, 0.015, 0.2, 0.5, 2);
    }

    @Override
    public List<DayCurve> justFires() {
        return List.of(Days.day(DAY, hour -> 0.375 + hour % 2 * 0.01));
    }

    @Override
    public List<DayCurve> justDoesNot() {
        return List.of(Days.day(DAY, hour -> 0.375 + hour % 2 * 0.013));
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlatRule(true, 0.2, 0.25, 0.5, 2));
    }
}
