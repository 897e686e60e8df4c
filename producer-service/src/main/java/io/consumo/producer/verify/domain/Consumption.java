package io.consumo.producer.verify.domain;

import io.consumo.model.Band;
import io.consumo.model.BandHours;
import io.consumo.model.ClientDay;
import io.consumo.model.Energy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A client's day or month.
 *
 * @param bands of night, morning, afternoon and evening
 * @param count how many readings a day has, how many days a month has
 */
public record Consumption(Energy total, List<Energy> bands, int count) {

    public static final Consumption NONE =
            new Consumption(Energy.ZERO, List.of(Energy.ZERO, Energy.ZERO, Energy.ZERO, Energy.ZERO), 0);

    static Consumption of(ClientDay day, BandHours hours) {
        ClientDay.Totals totals = day.totals(hours);
        return new Consumption(
                new Energy(totals.total()),
                Stream.of(Band.values())
                        .map(band -> new Energy(totals.bands().getOrDefault(band, 0L)))
                        .toList(),
                totals.readings());
    }

    /** Of a month with one day more. */
    Consumption plusDay(Consumption day) {
        return new Consumption(
                total.plus(day.total()),
                Stream.of(Band.values())
                        .map(Enum::ordinal)
                        .map(band -> bands.get(band).plus(day.bands.get(band)))
                        .toList(),
                count + 1);
    }

    @Override
    public String toString() {
        return count == 0
                ? "nothing"
                : total + " of " + count + " ("
                        + bands.stream().map(band -> band.toKwh().toString()).collect(Collectors.joining(" ")) + ")";
    }
}
