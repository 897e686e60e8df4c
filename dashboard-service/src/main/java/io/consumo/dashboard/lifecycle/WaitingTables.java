package io.consumo.dashboard.lifecycle;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.part.Addresses;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.HeldClient;
import io.consumo.model.api.LateDay;
import java.util.List;

/** Readings that came for archived days, and clients whose archived days a case holds. */
final class WaitingTables extends Div {

    /** Both lists. */
    record Content(List<LateDay> late, List<HeldClient> holds) {}

    WaitingTables(Content content, Formats formats) {
        add(new H3(translate("waiting.late")));
        if (content.late().isEmpty()) {
            note("waiting.late.none");
        } else {
            Table table = new Table(
                    translate("waiting.late"),
                    List.of(
                            Column.text(translate("column.day")),
                            Column.figure(translate("column.readings")),
                            Column.figure(translate("column.clients"))));
            content.late()
                    .forEach(day -> table.row(List.of(
                            formats.longDay(day.day()), formats.count(day.readings()), formats.count(day.clients()))));
            add(table);
        }
        add(new H3(translate("waiting.holds")));
        if (content.holds().isEmpty()) {
            note("waiting.holds.none");
        } else {
            Table table = new Table(
                    translate("waiting.holds"),
                    List.of(
                            Column.text(translate("column.client")),
                            Column.text(translate("column.days")),
                            Column.figure(translate("column.days"))));
            content.holds()
                    .forEach(held -> table.rowOf(List.of(
                            new Anchor(Addresses.ofClient(held.clientId()), held.clientId()),
                            new Span(formats.days(held.firstDay(), held.lastDay())),
                            new Span(translate("case.days", held.days())))));
            add(table);
        }
        addClassName("waiting");
    }

    private void note(String key) {
        Paragraph none = new Paragraph(translate(key));
        none.addClassName("card-note");
        add(none);
    }
}
