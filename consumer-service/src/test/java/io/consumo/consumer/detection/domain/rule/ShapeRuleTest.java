package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShapeRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new ShapeRule(true, 6, 14, 0.65, 0.25, 45, 0.35, 38, 60, 0.15, 0.36, 0.58, 0.8, 1);
    }

    @Override
    public List<DayCurve> justFires() {
        return Days.changed(6, (hour, kwh) -> Days.ordinary(23 - hour));
    }

    @Override
    public List<DayCurve> justDoesNot() {
        return with(
                Days.ordinary(DAY, 4),
                Days.changed(6, (hour, kwh) -> Days.ordinary(23 - hour)).subList(4, 6));
    }

    private static List<DayCurve> with(List<DayCurve> ordinary, List<DayCurve> changed) {
        return Stream.concat(ordinary.stream(), changed.stream()).toList();
    }

    @Test
    void firesOnACurveThatIsMadeUp() {
        Random random = new Random(1);
        assertThat(Days.judge(rule(), Days.changed(7, (hour, kwh) -> 0.375 * (0.1 + 0.7 * random.nextDouble()))))
                .isPresent();
    }

    @Test
    void isSilentOnAnAbsence() {
        assertThat(Days.judge(rule(), Days.changed(7, (hour, kwh) -> 0.15 + 0.02 * (hour % 2))))
                .isEmpty();
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShapeRule(true, 6, 5, 0.65, 0.25, 45, 0.35, 38, 60, 0.15, 0.36, 0.58, 0.8, 1));
    }
}
