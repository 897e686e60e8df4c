package io.consumo.dashboard.anomalies;

import io.consumo.dashboard.chart.ChartOptions;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Anomaly.Evidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The evidence by hour of the day: the average day before the episode, and of the episode. */
record AverageDay(List<@Nullable BigDecimal> before, List<@Nullable BigDecimal> during) {

    private static final int HOURS = 24;
    private static final int HOURS_BETWEEN_TICKS = 3;
    private static final int DECIMALS = 4;

    static AverageDay of(Anomaly anomaly, Formats formats) {
        LocalDate first = anomaly.firstDay();
        LocalDate last = anomaly.lastDay();
        return new AverageDay(
                averages(anomaly, formats, day -> day.isBefore(first)),
                averages(anomaly, formats, day -> !day.isBefore(first) && !day.isAfter(last)));
    }

    ObjectNode options(Anomaly anomaly, Formats formats) {
        List<String> names = hours();
        ChartOptions options = new ChartOptions(
                names,
                names.stream()
                        .map(name -> names.indexOf(name) % HOURS_BETWEEN_TICKS == 0 ? name : "")
                        .toList(),
                "kWh",
                true);
        for (int hour = 0; hour < HOURS; hour++) {
            options.tip(List.of(
                    formats.text("case.before"), told(before.get(hour), formats),
                    formats.text("case.during"), told(during.get(hour), formats)));
        }
        return options.band(normal(anomaly, formats, Evidence::lowKwh), normal(anomaly, formats, Evidence::highKwh))
                .expected(before)
                .observed(during)
                .build();
    }

    static List<String> hours() {
        List<String> hours = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            hours.add(LocalTime.of(hour, 0).toString());
        }
        return hours;
    }

    static String told(@Nullable BigDecimal kwh, Formats formats) {
        return kwh == null ? formats.text("load.missing") : formats.energy(kwh);
    }

    private static List<@Nullable BigDecimal> averages(Anomaly anomaly, Formats formats, Predicate<LocalDate> days) {
        return byHour(anomaly, formats, days, Evidence::observedKwh);
    }

    private static List<@Nullable BigDecimal> normal(
            Anomaly anomaly, Formats formats, Function<Evidence, @Nullable BigDecimal> bound) {
        return byHour(anomaly, formats, day -> true, bound);
    }

    private static List<@Nullable BigDecimal> byHour(
            Anomaly anomaly,
            Formats formats,
            Predicate<LocalDate> days,
            Function<Evidence, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> averages = new ArrayList<>(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            int wanted = hour;
            averages.add(average(anomaly.evidence().stream()
                    .filter(one -> {
                        ZonedDateTime time = one.start().atZoneSameInstant(formats.zone());
                        return time.getHour() == wanted && days.test(time.toLocalDate());
                    })
                    .map(value)
                    .filter(Objects::nonNull)
                    .toList()));
        }
        return averages;
    }

    private static @Nullable BigDecimal average(List<BigDecimal> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_UP);
    }
}
