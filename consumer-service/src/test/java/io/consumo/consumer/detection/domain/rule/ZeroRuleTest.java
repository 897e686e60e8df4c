package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZeroRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new ZeroRule(true, 4, 0.5, 1, 4, 1);
    }

    @Override
    public List<DayCurve> justFires() {
        return Days.changed(4, (hour, kwh) -> hour >= 2 && hour < 6 ? 0 : kwh);
    }

    @Override
    public List<DayCurve> justDoesNot() {
        return Days.changed(4, (hour, kwh) -> hour >= 2 && hour < 5 ? 0 : kwh);
    }

    @Test
    void isSilentOnSolarPower() {
        assertThat(Days.judge(rule(), Days.changed(4, (hour, kwh) -> hour >= 10 && hour < 17 ? 0 : kwh)))
                .isEmpty();
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZeroRule(true, 30, 0.5, 1, 4, 1));
    }
}
