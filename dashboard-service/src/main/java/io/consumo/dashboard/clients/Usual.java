package io.consumo.dashboard.clients;

import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.ClientBaseline.HourBand;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What is usual for a client in an hour of a weekday or of a weekend. */
record Usual(ClientBaseline baseline) {

    private static final MathContext DIGITS = new MathContext(4);

    boolean isKnown() {
        return !baseline.weekday().isEmpty();
    }

    /** Null for an hour of which nothing is known. */
    @Nullable
    HourBand at(ZonedDateTime start) {
        boolean weekend = start.getDayOfWeek() == DayOfWeek.SATURDAY || start.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (weekend ? baseline.weekend() : baseline.weekday())
                .stream()
                        .filter(band -> band.hour() == start.getHour())
                        .findFirst()
                        .orElse(null);
    }

    List<@Nullable BigDecimal> values(List<ZonedDateTime> starts, ToDoubleFunction<HourBand> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>(starts.size());
        starts.forEach(start -> {
            HourBand band = at(start);
            values.add(band == null ? null : kwh(value.applyAsDouble(band)));
        });
        return values;
    }

    static String told(HourBand band, Formats formats) {
        return formats.energy(kwh(band.lowKwh())) + " " + Formats.TO + " " + formats.energy(kwh(band.highKwh()));
    }

    private static BigDecimal kwh(double value) {
        return BigDecimal.valueOf(value).round(DIGITS);
    }
}
