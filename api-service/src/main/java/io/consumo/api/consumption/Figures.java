package io.consumo.api.consumption;

import io.consumo.api.ConsumoProperties;
import io.consumo.model.Band;
import io.consumo.model.ClientDay;
import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Quality;
import io.consumo.model.api.DailyConsumption;
import io.consumo.model.api.HourlyConsumption;
import io.consumo.model.store.FoundDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells stored days in kWh. */
@Component
public final class Figures {

    private final ConsumoProperties consumo;

    Figures(ConsumoProperties consumo) {
        this.consumo = consumo;
    }

    public DailyConsumption daily(ClientDay day) {
        return daily(SourcedDay.inWindow(day));
    }

    public DailyConsumption daily(SourcedDay sourced) {
        ClientDay day = sourced.day();
        ClientDay.Totals totals = day.totals(consumo.bands());
        Map<Band, Long> bands = totals.bands();
        return new DailyConsumption(
                day.clientId(),
                day.day(),
                day.length().minutes(),
                kwh(totals.total()),
                kwh(bands.getOrDefault(Band.NIGHT, 0L)),
                kwh(bands.getOrDefault(Band.MORNING, 0L)),
                kwh(bands.getOrDefault(Band.AFTERNOON, 0L)),
                kwh(bands.getOrDefault(Band.EVENING, 0L)),
                totals.readings(),
                totals.expectedReadings(),
                totals.completeness(),
                isRestored(sourced),
                sourced.source());
    }

    public List<HourlyConsumption> hourly(SourcedDay sourced) {
        ClientDay day = sourced.day();
        DayGrid grid = new DayGrid(day.day(), day.zone(), IntervalLength.HOUR);
        List<ClientDay.Hour> hours = day.hours();
        List<HourlyConsumption> told = new ArrayList<>(hours.size());
        for (int index = 0; index < hours.size(); index++) {
            ClientDay.Hour hour = hours.get(index);
            Long energy = hour.energy();
            if (energy != null) {
                told.add(new HourlyConsumption(
                        day.clientId(),
                        grid.start(index),
                        kwh(energy),
                        hour.estimated() ? Quality.ESTIMATED : Quality.MEASURED,
                        isRestored(sourced),
                        sourced.source()));
            }
        }
        return told;
    }

    private static boolean isRestored(SourcedDay sourced) {
        return sourced.source().equals(FoundDay.RESTORED);
    }

    private static BigDecimal kwh(long tenthsOfWattHour) {
        return new Energy(tenthsOfWattHour).toKwh();
    }
}
