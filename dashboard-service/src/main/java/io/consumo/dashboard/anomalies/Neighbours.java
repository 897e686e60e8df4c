package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.consumo.dashboard.part.Chip;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What else was found at the same client, and elsewhere in the same days: many at once point to a common cause, not to
 * many thefts.
 */
final class Neighbours extends Div {

    private static final int SHOWN = 6;

    private final transient Formats formats;
    private final transient UnaryOperator<String> address;

    /** @param address of a case in the queue at hand, by its id */
    Neighbours(
            Anomaly anomaly,
            List<Anomaly> ofClient,
            List<Anomaly> ofDay,
            Formats formats,
            UnaryOperator<String> address) {
        this.formats = formats;
        this.address = address;
        addClassName("neighbours");
        List<Anomaly> same = ofClient.stream()
                .filter(other -> !other.id().equals(anomaly.id()))
                .toList();
        List<Anomaly> near = ofDay.stream()
                .filter(other -> !other.clientId().equals(anomaly.clientId()))
                .filter(other -> Math.abs(ChronoUnit.DAYS.between(anomaly.firstDay(), other.firstDay())) <= 1)
                .toList();
        add(
                column(translate("neighbours.client"), translate("neighbours.client.none"), same),
                column(
                        translate("neighbours.day", near.size(), formats.day(anomaly.firstDay())),
                        translate("neighbours.day.none"),
                        near));
    }

    private Div column(String title, String none, List<Anomaly> cases) {
        Div column = new Div(new H3(title));
        if (cases.isEmpty()) {
            Paragraph nothing = new Paragraph(none);
            nothing.addClassName("card-note");
            column.add(nothing);
        } else {
            UnorderedList list = new UnorderedList();
            cases.stream().limit(SHOWN).forEach(other -> list.add(entry(other)));
            column.add(list);
        }
        return column;
    }

    private ListItem entry(Anomaly other) {
        Anchor client = new Anchor(address.apply(other.id()), other.clientId());
        Span days = new Span(formats.days(other.firstDay(), other.lastDay()));
        days.addClassName("neighbour-days");
        return new ListItem(client, Chip.ofType(other), Chip.of(other.status()), days);
    }
}
