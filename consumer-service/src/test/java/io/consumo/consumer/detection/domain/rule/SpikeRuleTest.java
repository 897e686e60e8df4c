package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new SpikeRule(true, 155, 4, 85, 60, 100, 3, 300, 20, 2, 1);
    }

    @Override
    public List<DayCurve> justFires() {
        return Days.changed(4, (hour, kwh) -> 2.7 * kwh);
    }

    @Override
    public List<DayCurve> justDoesNot() {
        return Days.changed(4, (hour, kwh) -> 2.2 * kwh);
    }

    @Test
    void firesOnASingleDayWithoutExampleWhileItIsStillRunning() {
        assertThat(Days.judge(rule(), List.of(Days.day(DAY, hour -> hour == 12 ? 45 : Double.NaN))))
                .isPresent();
        assertThat(Days.judge(rule(), List.of(Days.day(DAY, hour -> hour == 12 ? 24 : Double.NaN))))
                .isEmpty();
    }

    @Test
    void isSilentOnOneApplianceOfManyKilowatts() {
        assertThat(Days.judge(rule(), Days.changed(4, (hour, kwh) -> hour < 3 ? kwh + 7 : kwh)))
                .isEmpty();
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpikeRule(true, 0, 4, 80, 60, 70, 3, 300, 20, 2, 1));
    }
}
