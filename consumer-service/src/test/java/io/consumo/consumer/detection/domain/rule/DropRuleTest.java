package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new DropRule(true, 38, 34, 94, 3, 58, 24, 1.15, 0.8, 1.35, 90, 1.2, 1, 1);
    }

    @Override
    public List<DayCurve> justFires() {
        return Days.changed(7, (hour, kwh) -> 0.58 * kwh);
    }

    @Override
    public List<DayCurve> justDoesNot() {
        return Days.changed(7, (hour, kwh) -> 0.72 * kwh);
    }

    @Test
    void isSilentOnAnAbsenceThatLeavesTheBaseRunning() {
        assertThat(Days.judge(rule(), Days.changed(14, (hour, kwh) -> 0.2))).isEmpty();
    }

    @Test
    void isSilentOnAFallThatAnAbsenceOfThreeWeeksCouldExplain() {
        assertThat(Days.judge(rule(), Days.changed(21, (hour, kwh) -> 0.25 * kwh)))
                .isEmpty();
    }

    @Test
    void isSilentOnSolarPowerThatCoversTheDay() {
        assertThat(Days.judge(rule(), Days.changed(14, (hour, kwh) -> hour > 8 && hour < 18 ? 0 : kwh)))
                .isEmpty();
    }

    @Test
    void firesWhenTheFallOutlastsAnAbsence() {
        assertThat(Days.judge(rule(), Days.changed(24, (hour, kwh) -> 0.25 * kwh)))
                .isPresent();
    }

    @Test
    void firesOnABypassAtOnce() {
        assertThat(Days.judge(rule(), Days.changed(3, (hour, kwh) -> 0.04 * kwh)))
                .isPresent();
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DropRule(true, 101, 34, 90, 3, 58, 24, 1.15, 0.8, 1.35, 90, 1.2, 1, 1));
    }
}
