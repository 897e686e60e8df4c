package io.consumo.dashboard.anomalies;

import io.consumo.dashboard.chart.ChartOptions;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.Anomaly.Evidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What was measured over what was expected; hours of the episode outside of what is normal are shaded. */
final class EvidenceChart {

    private static final int MOST_TICKS = 6;

    private static final int DAYS_BEFORE = 4;
    private static final int FEWEST_HOURS = 7 * 24;

    private EvidenceChart() {}

    static ObjectNode options(Anomaly anomaly, Formats formats) {
        List<Evidence> hours = anomaly.evidence();
        int begin = begin(anomaly, formats);
        long days = hours.stream()
                .skip(begin)
                .map(hour -> day(hour, formats))
                .distinct()
                .count();
        int daysBetweenTicks = (int) Math.max(1, (days + MOST_TICKS - 1) / MOST_TICKS);
        ChartOptions options = new ChartOptions(
                hours.stream().map(hour -> formats.hour(hour.start())).toList(),
                hours.stream()
                        .map(hour -> tick(hour, hours.getFirst(), daysBetweenTicks, formats))
                        .toList(),
                "kWh",
                true);
        hours.forEach(hour -> options.tip(tip(hour, formats)));
        return options.band(values(hours, Evidence::lowKwh), values(hours, Evidence::highKwh))
                .expected(values(hours, Evidence::expectedKwh))
                .observed(values(hours, Evidence::observedKwh))
                .shade(suspicious(anomaly, formats), "--suspicious")
                .zoomFrom(begin)
                .build();
    }

    /** Some days before the episode, so that its hours can be told apart; a week at least. */
    static int begin(Anomaly anomaly, Formats formats) {
        List<Evidence> hours = anomaly.evidence();
        LocalDate first = anomaly.firstDay().minusDays(DAYS_BEFORE);
        int before = (int) hours.stream()
                .takeWhile(hour -> day(hour, formats).isBefore(first))
                .count();
        return Math.clamp(before, 0, Math.max(0, hours.size() - FEWEST_HOURS));
    }

    /** Runs of hours, first and last index, that the episode covers and whose energy is not normal. */
    static List<int[]> suspicious(Anomaly anomaly, Formats formats) {
        List<int[]> runs = new ArrayList<>();
        int first = -1;
        List<Evidence> hours = anomaly.evidence();
        for (int index = 0; index <= hours.size(); index++) {
            boolean strange = index < hours.size() && isSuspicious(hours.get(index), anomaly, formats);
            if (strange && first < 0) {
                first = index;
            } else if (!strange && first >= 0) {
                runs.add(new int[] {first, index - 1});
                first = -1;
            }
        }
        return runs;
    }

    private static boolean isSuspicious(Evidence hour, Anomaly anomaly, Formats formats) {
        BigDecimal observed = hour.observedKwh();
        LocalDate day = day(hour, formats);
        return observed != null
                && !day.isBefore(anomaly.firstDay())
                && !day.isAfter(anomaly.lastDay())
                && (observed.compareTo(hour.lowKwh()) < 0 || observed.compareTo(hour.highKwh()) > 0);
    }

    private static LocalDate day(Evidence hour, Formats formats) {
        return hour.start().atZoneSameInstant(formats.zone()).toLocalDate();
    }

    private static String tick(Evidence hour, Evidence first, int daysBetween, Formats formats) {
        ZonedDateTime time = hour.start().atZoneSameInstant(formats.zone());
        long sinceFirst = time.toLocalDate().toEpochDay() - day(first, formats).toEpochDay();
        return time.getHour() == 0 && sinceFirst % daysBetween == 0 ? formats.day(time.toLocalDate()) : "";
    }

    private static List<String> tip(Evidence hour, Formats formats) {
        BigDecimal observed = hour.observedKwh();
        return List.of(
                formats.text("case.observed"),
                observed == null ? formats.text("load.missing") : formats.energy(observed),
                formats.text("case.expected"),
                formats.energy(hour.expectedKwh()),
                formats.text("case.normal"),
                formats.energy(hour.lowKwh()) + " " + Formats.TO + " " + formats.energy(hour.highKwh()));
    }

    private static List<@Nullable BigDecimal> values(
            List<Evidence> hours, Function<Evidence, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>(hours.size());
        hours.forEach(hour -> values.add(value.apply(hour)));
        return values;
    }
}
