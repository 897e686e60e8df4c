package io.consumo.dashboard.monthly;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.MonthlyConsumption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Clients that moved most against the month before, from one point to the other on a common scale. */
final class Movers extends Div {

    private static final int WIDTH = 72;
    private static final int INSET = 6;

    Movers(List<MonthlyConsumption> clients, Formats formats) {
        if (clients.isEmpty()) {
            Paragraph none = new Paragraph(translate("monthly.movers.none"));
            none.addClassName("card-note");
            add(none);
            return;
        }
        double most = clients.stream()
                .flatMap(client -> Stream.of(client.comparedKwh(), client.comparedWithKwh()))
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        Table table = new Table(
                translate("monthly.movers"),
                List.of(
                        Column.text(translate("column.client")),
                        Column.text(translate("monthly.movers.plot")),
                        Column.figure(translate("column.total")),
                        Column.figure(translate("column.change"))));
        clients.forEach(client -> {
            Anchor link = new Anchor(Addresses.ofClient(client.clientId()), client.clientId());
            link.addClassName("cell-link");
            Double change = client.changePercent();
            table.rowOf(List.of(
                    link,
                    plot(client, most),
                    new Span(formats.kwh(client.comparedKwh(), 0)),
                    new Span(change == null ? Formats.NONE : formats.change(change))));
        });
        add(table);
    }

    private static Div plot(MonthlyConsumption client, double most) {
        BigDecimal before = client.comparedWithKwh();
        double to = x(client.comparedKwh().doubleValue(), most);
        double from = before == null ? to : x(before.doubleValue(), most);
        Div plot = new Div(new Svg(String.format(Locale.ROOT, """
                <svg viewBox="0 0 %d 16" width="%d" height="16"><line class="mover-line" x1="%.1f" y1="8" x2="%.1f" y2="8"/>\
                <circle class="mover-before" cx="%.1f" cy="8" r="4"/><circle class="mover-now" cx="%.1f" cy="8" r="4.5"/></svg>""", WIDTH, WIDTH, from, to, from, to)));
        plot.addClassName("mover");
        plot.getElement().setAttribute("aria-hidden", "true");
        return plot;
    }

    private static double x(double kwh, double most) {
        return INSET + kwh / most * (WIDTH - 2.0 * INSET);
    }
}
