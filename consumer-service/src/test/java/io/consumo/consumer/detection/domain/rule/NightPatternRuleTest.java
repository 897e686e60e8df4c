package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightPatternRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new NightPatternRule(true, 0.7, 4, 8, 21, 8, 0.7, 0.7, 2, 4, 1);
    }

    @Override
    public List<DayCurve> justFires() {
        return Days.changed(4, (hour, kwh) -> hour < 6 ? kwh + 0.8 : kwh);
    }

    @Override
    public List<DayCurve> justDoesNot() {
        return Days.changed(4, (hour, kwh) -> hour < 6 ? kwh + 0.6 : kwh);
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NightPatternRule(true, 0, 4, 8, 21, 8, 0.7, 0.7, 2, 4, 1));
    }
}
