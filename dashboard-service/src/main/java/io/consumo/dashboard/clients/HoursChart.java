package io.consumo.dashboard.clients;

import io.consumo.dashboard.chart.ChartOptions;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.Quality;
import io.consumo.model.api.ClientBaseline.HourBand;
import io.consumo.model.api.HourlyConsumption;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A client's hours over what is usual: missing ones open, estimated ones hollow, restored ones shaded. */
final class HoursChart {

    private static final int MOST_TICKS = 10;
    private static final int HOURS_BETWEEN_TICKS = 3;

    private HoursChart() {}

    static ObjectNode options(ClientHours hours, @Nullable Usual usual, Formats formats) {
        List<ZonedDateTime> starts = hours.starts();
        long days = starts.stream().map(ZonedDateTime::toLocalDate).distinct().count();
        int daysBetweenTicks = (int) Math.max(1, (days + MOST_TICKS - 1) / MOST_TICKS);
        ChartOptions options = new ChartOptions(
                starts.stream()
                        .map(start -> formats.hour(start.toOffsetDateTime()))
                        .toList(),
                starts.stream()
                        .map(start -> days == 1
                                ? clock(start, formats)
                                : day(start, starts.getFirst(), daysBetweenTicks, formats))
                        .toList(),
                "kWh",
                true);
        List<@Nullable BigDecimal> all = new ArrayList<>();
        List<@Nullable BigDecimal> estimated = new ArrayList<>();
        for (ZonedDateTime start : starts) {
            HourlyConsumption hour = hours.at(start);
            all.add(hour == null ? null : hour.kwh());
            estimated.add(hour != null && hour.quality() == Quality.ESTIMATED ? hour.kwh() : null);
            options.tip(tip(hour, usual == null ? null : usual.at(start), formats));
        }
        if (usual != null) {
            options.band(usual.values(starts, HourBand::lowKwh), usual.values(starts, HourBand::highKwh))
                    .expected(usual.values(starts, HourBand::kwh));
        }
        return options.observed(all)
                .shade(restored(hours, starts), "--restored")
                .partial(estimated)
                .build();
    }

    private static List<int[]> restored(ClientHours hours, List<ZonedDateTime> starts) {
        List<int[]> runs = new ArrayList<>();
        int first = -1;
        for (int index = 0; index <= starts.size(); index++) {
            HourlyConsumption hour = index < starts.size() ? hours.at(starts.get(index)) : null;
            boolean restored = hour != null && hour.restored();
            if (restored && first < 0) {
                first = index;
            } else if (!restored && first >= 0) {
                runs.add(new int[] {first, index - 1});
                first = -1;
            }
        }
        return runs;
    }

    private static String clock(ZonedDateTime start, Formats formats) {
        return start.getHour() % HOURS_BETWEEN_TICKS == 0 ? formats.clock(start.toOffsetDateTime()) : "";
    }

    private static String day(ZonedDateTime start, ZonedDateTime first, int daysBetween, Formats formats) {
        long since = start.toLocalDate().toEpochDay() - first.toLocalDate().toEpochDay();
        return start.getHour() == 0 && since % daysBetween == 0 ? formats.day(start.toLocalDate()) : "";
    }

    private static List<String> tip(@Nullable HourlyConsumption hour, @Nullable HourBand usual, Formats formats) {
        List<String> tip = new ArrayList<>(List.of(
                formats.text("column.energy"),
                hour == null ? formats.text("load.missing") : formats.energy(hour.kwh())));
        if (usual != null) {
            tip.add(formats.text("column.usual"));
            tip.add(Usual.told(usual, formats));
        }
        if (hour != null) {
            tip.addAll(List.of(
                    formats.text("column.quality"),
                    formats.text("quality." + hour.quality()),
                    formats.text("column.source"),
                    formats.text("source." + hour.source())));
        }
        return tip;
    }
}
