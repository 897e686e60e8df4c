package io.consumo.dashboard.clients;

import io.consumo.dashboard.chart.ChartOptions;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.Band;
import io.consumo.model.api.DailyConsumption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Days as bars of their bands; a day without readings is left open. */
final class DaysChart {

    private static final int DAYS_BETWEEN_TICKS = 3;

    private DaysChart() {}

    static ObjectNode options(LocalDate first, LocalDate last, List<DailyConsumption> found, Formats formats) {
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        // A client that changed its meter has several lengths in a day; the finest tells it best.
        Map<LocalDate, DailyConsumption> byDay = found.stream()
                .collect(Collectors.toMap(
                        DailyConsumption::day,
                        Function.identity(),
                        (one, other) -> one.minutes() <= other.minutes() ? one : other));
        ChartOptions options = new ChartOptions(
                days.stream().map(formats::longDay).toList(),
                days.stream()
                        .map(day -> (day.toEpochDay() - last.toEpochDay()) % DAYS_BETWEEN_TICKS == 0
                                ? formats.day(day)
                                : "")
                        .toList(),
                "kWh",
                false);
        days.forEach(day -> options.tip(tip(byDay.get(day), formats)));
        for (Band band : Band.values()) {
            options.bars(band.name(), values(days, byDay, band), "--band-" + band);
        }
        return options.shade(restored(days, byDay), "--restored").build();
    }

    private static List<@Nullable BigDecimal> values(
            List<LocalDate> days, Map<LocalDate, DailyConsumption> byDay, Band band) {
        List<@Nullable BigDecimal> values = new ArrayList<>(days.size());
        for (LocalDate day : days) {
            DailyConsumption found = byDay.get(day);
            values.add(found == null ? null : kwh(found, band));
        }
        return values;
    }

    private static List<int[]> restored(List<LocalDate> days, Map<LocalDate, DailyConsumption> byDay) {
        List<int[]> ranges = new ArrayList<>();
        for (int index = 0; index < days.size(); index++) {
            DailyConsumption day = byDay.get(days.get(index));
            if (day != null && day.restored()) {
                ranges.add(new int[] {index, index});
            }
        }
        return ranges;
    }

    private static BigDecimal kwh(DailyConsumption day, Band band) {
        return switch (band) {
            case NIGHT -> day.nightKwh();
            case MORNING -> day.morningKwh();
            case AFTERNOON -> day.afternoonKwh();
            case EVENING -> day.eveningKwh();
        };
    }

    private static List<String> tip(@Nullable DailyConsumption day, Formats formats) {
        if (day == null) {
            return List.of(formats.text("column.total"), formats.text("load.missing"));
        }
        List<String> tip = new ArrayList<>(List.of(formats.text("column.total"), formats.energy(day.totalKwh())));
        for (Band band : Band.values()) {
            tip.add(formats.text("band." + band));
            tip.add(formats.energy(kwh(day, band)));
        }
        tip.add(formats.text("column.completeness"));
        tip.add(formats.percent(day.completeness()));
        tip.add(formats.text("column.source"));
        tip.add(formats.text("source." + day.source()));
        return tip;
    }
}
