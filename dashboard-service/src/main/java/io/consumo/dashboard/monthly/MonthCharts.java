package io.consumo.dashboard.monthly;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.consumo.dashboard.chart.Chart;
import io.consumo.dashboard.chart.ChartOptions;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.Band;
import io.consumo.model.api.MonthSummary.MonthTotals;
import io.consumo.model.api.MonthSummary.ScoreRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The months' bands and the clients' scores as charts. */
final class MonthCharts {

    private MonthCharts() {}

    /** Each month's energy, its bands on top of each other. */
    static Chart bands(List<MonthTotals> months, Formats formats) {
        ChartOptions options = new ChartOptions(
                months.stream().map(totals -> formats.month(totals.month())).toList(),
                months.stream()
                        .map(totals -> formats.monthTick(totals.month(), totals.equals(months.getFirst())))
                        .toList(),
                "kWh",
                false);
        months.forEach(totals -> {
            List<String> tip = new ArrayList<>(List.of(translate("column.total"), formats.energy(totals.totalKwh())));
            for (Band band : Band.values()) {
                tip.add(translate("band." + band));
                tip.add(formats.energy(MonthComparison.kwh(totals, band)));
            }
            options.tip(tip);
        });
        for (Band band : Band.values()) {
            options.bars(
                    band.name(),
                    months.stream()
                            .<@Nullable BigDecimal>map(totals -> MonthComparison.kwh(totals, band))
                            .toList(),
                    "--band-" + band);
        }
        Chart chart = new Chart(translate("monthly.year"), "chart-days");
        chart.show(options.build(), () -> table(months, formats));
        return chart;
    }

    private static Table table(List<MonthTotals> months, Formats formats) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.text(translate("column.month")), Column.figure(translate("column.total"))));
        for (Band band : Band.values()) {
            columns.add(Column.figure(translate("band." + band)));
        }
        Table table = new Table(translate("monthly.year"), columns);
        months.forEach(totals -> {
            List<String> row =
                    new ArrayList<>(List.of(formats.month(totals.month()), formats.energy(totals.totalKwh())));
            for (Band band : Band.values()) {
                row.add(formats.energy(MonthComparison.kwh(totals, band)));
            }
            table.row(row);
        });
        return table;
    }

    /** How many clients have a score in each range. */
    static Chart scores(List<ScoreRange> ranges, Formats formats) {
        List<String> names = ranges.stream()
                .map(range -> range.from() + Formats.TO + range.to())
                .toList();
        List<String> ticks =
                ranges.stream().map(range -> String.valueOf(range.from())).toList();
        ChartOptions options = new ChartOptions(names, ticks, "", false);
        ranges.forEach(range -> options.tip(List.of(translate("column.clients"), formats.count(range.clients()))));
        options.bars(
                "scores",
                ranges.stream()
                        .<@Nullable BigDecimal>map(range -> BigDecimal.valueOf(range.clients()))
                        .toList(),
                "--accent");
        Chart chart = new Chart(translate("monthly.scores"), "chart-scores");
        chart.show(options.build(), () -> {
            Table table = new Table(
                    translate("monthly.scores"),
                    List.of(Column.text(translate("column.score")), Column.figure(translate("column.clients"))));
            ranges.forEach(range ->
                    table.row(List.of(range.from() + Formats.TO + range.to(), formats.count(range.clients()))));
            return table;
        });
        return chart;
    }
}
