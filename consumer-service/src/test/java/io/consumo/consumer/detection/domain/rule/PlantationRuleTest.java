package io.consumo.consumer.detection.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Days;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantationRuleTest implements AnomalyRuleContract {

    @Override
    public AnomalyRule rule() {
        return new PlantationRule(true, 0.8, 9, 20, 0.7, 0.7, 2, 3, 7, 1);
    }

    @Override
    public List<DayCurve> justFires() {
        return Days.changed(3, (hour, kwh) -> hour >= 20 || hour < 8 ? kwh + 0.95 : kwh);
    }

    @Override
    public List<DayCurve> justDoesNot() {
        return Days.changed(3, (hour, kwh) -> hour >= 20 || hour < 8 ? kwh + 0.7 : kwh);
    }

    @Test
    void isSilentOnTwoDays() {
        assertThat(Days.judge(rule(), Days.changed(2, (hour, kwh) -> hour >= 20 || hour < 8 ? kwh + 3 : kwh)))
                .isEmpty();
    }

    @Test
    void isSilentOnCoolingInHotHours() {
        assertThat(Days.judge(rule(), Days.changed(3, (hour, kwh) -> hour >= 11 && hour < 21 ? kwh + 1.2 : kwh)))
                .isEmpty();
    }

    @Test
    void isSilentOnAShopThatDoesMoreWhenItIsOpen() {
        List<DayCurve> fourWeeks = Days.changed(Days.FIRST, 28, (hour, kwh) -> kwh + open(hour, 4));
        assertThat(Days.judge(rule(), fourWeeks, Days.changed(3, (hour, kwh) -> kwh + open(hour, 6.5))))
                .isEmpty();
        assertThat(Days.judge(
                        rule(), fourWeeks, Days.changed(3, (hour, kwh) -> kwh + open(hour, 4) + 2.5 - open(hour, 2.5))))
                .as("lamps at night in the same shop")
                .isPresent();
    }

    @Test
    void isSilentWhereTheWeekendIsAsTheWeek() {
        List<DayCurve> fourWeeks = Days.ordinary(Days.FIRST, 28).stream()
                .map(day -> Days.day(day.day(), hour -> day.kwh(hour) + (day.isWeekend() ? 0 : open(hour, 4))))
                .toList();
        // Monday to Sunday without a day of rest.
        assertThat(Days.judge(rule(), fourWeeks, Days.changed(7, (hour, kwh) -> kwh + open(hour, 4))))
                .isEmpty();
    }

    private static double open(int hour, double kw) {
        return hour >= 8 && hour < 20 ? kw : 0;
    }

    @Test
    void refusesSenselessThresholds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlantationRule(true, 1.5, 10, 9, 0.7, 0.7, 2, 3, 7, 1));
    }
}
