package io.consumo.dashboard.overview;

import io.consumo.dashboard.chart.ChartOptions;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.LoadPoint;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The load as a chart: hours that not all clients have reported yet are hollow marks, hours without readings open. */
final class LoadChart {

    /** From this share of clients on an hour counts as whole. */
    private static final double WHOLE = 0.95;

    private static final int HOURS_BETWEEN_TICKS = 6;

    private LoadChart() {}

    static ObjectNode options(List<LoadPoint> points, Formats formats) {
        ChartOptions options = new ChartOptions(
                points.stream().map(point -> formats.hour(point.start())).toList(),
                points.stream().map(point -> tick(point, formats)).toList(),
                "kWh",
                true);
        points.forEach(point -> options.tip(tip(point, formats)));
        return options.band(values(points, LoadPoint::usualLowKwh), values(points, LoadPoint::usualHighKwh))
                .expected(values(points, LoadPoint::usualKwh))
                .observed(values(points, point -> isWhole(point) ? point.kwh() : null))
                .nowLine(points.size() - 1, formats.text("load.now"))
                .partial(values(points, point -> isWhole(point) ? null : point.kwh()))
                .zoom()
                .build();
    }

    private static boolean isWhole(LoadPoint point) {
        return point.completeness() >= WHOLE;
    }

    private static List<@Nullable BigDecimal> values(
            List<LoadPoint> points, Function<LoadPoint, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>(points.size());
        points.forEach(point -> values.add(value.apply(point)));
        return values;
    }

    private static String tick(LoadPoint point, Formats formats) {
        LocalTime time = point.start().atZoneSameInstant(formats.zone()).toLocalTime();
        if (time.getHour() % HOURS_BETWEEN_TICKS != 0 || time.getMinute() != 0) {
            return "";
        }
        return time.getHour() == 0
                ? formats.day(point.start().atZoneSameInstant(formats.zone()).toLocalDate())
                : formats.clock(point.start());
    }

    private static List<String> tip(LoadPoint point, Formats formats) {
        List<String> tip = new ArrayList<>();
        BigDecimal kwh = point.kwh();
        tip.add(formats.text("load.observed"));
        tip.add(kwh == null ? formats.text("load.missing") : formats.energy(kwh));
        BigDecimal usual = point.usualKwh();
        BigDecimal low = point.usualLowKwh();
        BigDecimal high = point.usualHighKwh();
        if (usual != null) {
            tip.add(formats.text("load.expected"));
            tip.add(formats.energy(usual));
        }
        if (low != null && high != null) {
            tip.add(formats.text("load.band"));
            tip.add(formats.energy(low) + " " + Formats.TO + " " + formats.energy(high));
        }
        if (kwh != null && !isWhole(point)) {
            tip.add(formats.text("load.reported"));
            tip.add(formats.percent(point.completeness()));
        }
        return tip;
    }
}
