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
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A month's total and bands beside another month's, with the change. */
final class MonthComparison extends Div {

    private final transient Formats formats;

    /** @param before null where that month has no readings */
    MonthComparison(MonthTotals now, @Nullable MonthTotals before, YearMonth compared, Formats formats) {
        this.formats = formats;
        boolean years = now.month().getYear() != compared.getYear();
        Table table = new Table(
                translate("monthly.comparison"),
                List.of(
                        Column.text(translate("column.band")),
                        Column.figure(formats.monthUntil(now.lastDay(), years)),
                        Column.figure(
                                before == null ? formats.month(compared) : formats.monthUntil(before.lastDay(), years)),
                        Column.figure(translate("column.change"))));
        row(table, translate("column.total"), now.totalKwh(), before == null ? null : before.totalKwh());
        for (Band band : Band.values()) {
            row(table, translate("band." + band), kwh(now, band), before == null ? null : kwh(before, band));
        }
        row(table, translate("column.perDay"), daily(now), before == null ? null : daily(before));
        table.row(List.of(
                translate("column.clients"),
                formats.count(now.clients()),
                before == null ? Formats.NONE : formats.count(before.clients()),
                ""));
        table.addClassName("comparison");
        add(table);
    }

    private static BigDecimal daily(MonthTotals totals) {
        return totals.totalKwh().divide(BigDecimal.valueOf(totals.lastDay().getDayOfMonth()), 4, RoundingMode.HALF_UP);
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
