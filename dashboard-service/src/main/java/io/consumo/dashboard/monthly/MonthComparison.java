package io.consumo.dashboard.monthly;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.Band;
import io.consumo.model.api.MonthSummary.MonthTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A month's total and bands beside another month's, with the change. */
final class MonthComparison extends Div {

    private static final double MINUTES_A_DAY = 24 * 60;

    private final transient Formats formats;

    /** @param before null where that month has no readings */
    MonthComparison(
            MonthTotals now, @Nullable MonthTotals before, YearMonth compared, Instant moment, Formats formats) {
        this.formats = formats;
        Table table = new Table(
                translate("monthly.comparison"),
                List.of(
                        Column.text(translate("column.band")),
                        Column.figure(formats.month(now.month())),
                        Column.figure(formats.month(compared)),
                        Column.figure(translate("column.change"))));
        if (isRunning(now.month(), moment) || isRunning(compared, moment)) {
            row(table, translate("column.perDay"), daily(now, moment), before == null ? null : daily(before, moment));
        }
        row(table, translate("column.total"), now.totalKwh(), before == null ? null : before.totalKwh());
        for (Band band : Band.values()) {
            row(table, translate("band." + band), kwh(now, band), before == null ? null : kwh(before, band));
        }
        table.row(List.of(
                translate("column.clients"),
                formats.count(now.clients()),
                before == null ? Formats.NONE : formats.count(before.clients()),
                ""));
        table.addClassName("comparison");
        add(table);
    }

    private boolean isRunning(YearMonth month, Instant moment) {
        return month.equals(YearMonth.from(moment.atZone(formats.zone())));
    }

    /** Over the days of the month that are gone, the one under way in part. */
    private BigDecimal daily(MonthTotals totals, Instant moment) {
        Instant begin = totals.month().atDay(1).atStartOfDay(formats.zone()).toInstant();
        double days = Math.clamp(
                Duration.between(begin, moment).toMinutes() / MINUTES_A_DAY,
                1 / 24.0,
                totals.month().lengthOfMonth());
        return totals.totalKwh().divide(BigDecimal.valueOf(days), 4, RoundingMode.HALF_UP);
    }

    static BigDecimal kwh(MonthTotals totals, Band band) {
        return switch (band) {
            case NIGHT -> totals.nightKwh();
            case MORNING -> totals.morningKwh();
            case AFTERNOON -> totals.afternoonKwh();
            case EVENING -> totals.eveningKwh();
        };
    }

    private void row(Table table, String name, BigDecimal now, @Nullable BigDecimal before) {
        table.rowOf(List.of(
                new Span(name),
                new Span(formats.energy(now)),
                new Span(before == null ? Formats.NONE : formats.energy(before)),
                change(now, before)));
    }

    private Component change(BigDecimal now, @Nullable BigDecimal before) {
        if (before == null || before.signum() == 0) {
            return new Span(Formats.NONE);
        }
        double percent = now.subtract(before)
                .movePointRight(2)
                .divide(before, 1, RoundingMode.HALF_UP)
                .doubleValue();
        return new Span(formats.change(percent));
    }
}
