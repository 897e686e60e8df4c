package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import io.consumo.consumer.detection.domain.InvalidThreshold;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every rule promises. */
interface AnomalyRuleContract {

    LocalDate DAY = Days.FIRST.plusDays(28);

    AnomalyRule rule();

    /** Days after four ordinary weeks, the last of which just fires. */
    List<DayCurve> justFires();

    /** Days after four ordinary weeks, the last of which just does not. */
    List<DayCurve> justDoesNot();

    @Test
    default void firesOnADayThatIsJustBeyondTheThreshold() {
        assertThat(Days.judge(rule(), justFires())).hasValueSatisfying(finding -> {
            assertThat(finding.score()).isBetween(40, 100);
            assertThat(finding.figures().values()).allMatch(Double::isFinite);
        });
    }

    @Test
    default void isSilentOnADayThatIsJustBelowTheThreshold() {
        assertThat(Days.judge(rule(), justDoesNot())).isEmpty();
    }

    @Test
    default void isSilentOnOrdinaryDays() {
        for (int count = 1; count <= 21; count++) {
            assertThat(Days.judge(rule(), Days.ordinary(DAY, count))).isEmpty();
        }
    }

    @Test
    default void isSilentOnADayWithoutReadings() {
        assertThat(Days.judge(rule(), List.of(Days.day(DAY, hour -> Double.NaN))))
                .isEmpty();
    }

    @Test
    default void limitsEachOfItsThresholdsAndAllowsItsOwn() {
        assertThat(rule().limits()).containsOnlyKeys(rule().thresholds().keySet());
        assertThat(rule().with(null, rule().thresholds())).isEqualTo(rule());
        rule().limits().forEach((name, limits) -> {
            assertThat(rule().thresholds().get(name))
                    .isBetween(limits.lowest(), limits.highest().orElse(Double.MAX_VALUE));
            assertThatThrownBy(() -> rule().with(null, Map.of(name, limits.lowest() - 1)))
                    .isInstanceOf(InvalidThreshold.class)
                    .hasMessageContaining(name);
        });
    }

    @Test
    default void tellsItsThresholdsByName() {
        assertThat(rule().thresholds()).isNotEmpty().containsKey("daysToOpen");
    }
}
