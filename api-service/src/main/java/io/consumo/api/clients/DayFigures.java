package io.consumo.api.clients;

import io.consumo.model.Band;
import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import java.time.LocalDate;

/** What counts of a client's day. Energies in 0.1 Wh. */
public record DayFigures(LocalDate day, long total, long night, int readings, int expectedReadings) {

    public static DayFigures of(ClientDay day, BandHours bands) {
        ClientDay.Totals totals = day.totals(bands);
        return new DayFigures(
                day.day(),
                totals.total(),
                totals.bands().getOrDefault(Band.NIGHT, 0L),
                totals.readings(),
                totals.expectedReadings());
    }
}
