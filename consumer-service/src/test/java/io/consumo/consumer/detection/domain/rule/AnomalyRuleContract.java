package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What every rule promises. */
interface AnomalyRuleContract {

    LocalDate DAY = Days.FIRST.plusDays(28);

    AnomalyRule rule();

    /** A day that just fires. */
    DayCurve justFires();

    /** A day that just does not. */
    DayCurve justDoesNot();

    @Test
    default void firesOnADayThatIsJustBeyondTheThreshold() {
        assertThat(rule().judge(justFires(), Days.usual())).hasValueSatisfying(finding -> {
            assertThat(finding.score()).isBetween(40, 100);
            assertThat(finding.figures().values()).allMatch(Double::isFinite);
        });
    }

    @Test
    default void isSilentOnADayThatIsJustBelowTheThreshold() {
        assertThat(rule().judge(justDoesNot(), Days.usual())).isEmpty();
    }

    @Test
    default void isSilentOnOrdinaryDays() {
        assertThat(Days.ordinary(DAY, 28))
                .allSatisfy(day -> assertThat(rule().judge(day, Days.usual())).isEmpty());
    }

    @Test
    default void isSilentOnADayWithoutReadings() {
        assertThat(rule().judge(Days.day(DAY, hour -> Double.NaN), Days.usual()))
                .isEmpty();
    }

    @Test
    default void tellsItsThresholdsByName() {
        assertThat(rule().thresholds()).isNotEmpty().containsKey("daysToOpen");
    }
}
