package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.chart.Chart;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Switch;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.Anomaly;
import java.util.List;

/** Measured against expected, hour after hour or as the average day before the episode and in it. */
final class EvidencePanel extends Div {

    private final transient Anomaly anomaly;
    private final transient Formats formats;
    private final Card card = new Card(translate("case.evidence"));
    private final Div legends = new Div();

    private enum Shape {
        HOURS,
        DAY
    }

    EvidencePanel(Anomaly anomaly, Formats formats) {
        this.anomaly = anomaly;
        this.formats = formats;
        add(card);
        if (anomaly.evidence().isEmpty()) {
            card.show(
                    new EmptyState("overview", translate("case.evidence.none"), translate("case.evidence.none.text")));
            return;
        }
        legends.addClassName("legends");
        Switch<Shape> shapes = new Switch<>(
                translate("case.shape"),
                List.of(Shape.values()),
                shape -> translate("case.shape." + shape),
                this::draw);
        card.tools(legends, shapes);
        shapes.choose(Shape.HOURS);
    }

    private void draw(Shape shape) {
        Chart chart = new Chart(translate("case.evidence.name." + shape, anomaly.clientId()), "chart-evidence");
        legends.removeAll();
        if (shape == Shape.HOURS) {
            chart.show(EvidenceChart.options(anomaly, formats), this::hours);
            legend("case.observed", "observed");
            legend("case.expected", "expected");
            legend("case.normal", "band");
            legend("case.suspicious", "suspicious");
        } else {
            AverageDay day = AverageDay.of(anomaly, formats);
            chart.show(day.options(anomaly, formats), () -> table(day));
            legend("case.before", "expected");
            legend("case.during", "observed");
            legend("case.normal", "band");
        }
        card.show(chart);
    }

    private void legend(String key, String kind) {
        Span legend = new Span(translate(key));
        legend.addClassNames("legend", "legend-" + kind);
        legends.add(legend);
    }

    private Table hours() {
        Table table = new Table(
                translate("case.evidence"),
                List.of(
                        Column.text(translate("column.hour")),
                        Column.figure(translate("case.observed")),
                        Column.figure(translate("case.expected"))));
        anomaly.evidence()
                .forEach(hour -> table.row(List.of(
                        formats.hour(hour.start()),
                        AverageDay.told(hour.observedKwh(), formats),
                        formats.energy(hour.expectedKwh()))));
        return table;
    }

    private Table table(AverageDay day) {
        Table table = new Table(
                translate("case.shape.DAY"),
                List.of(
                        Column.text(translate("column.hour")),
                        Column.figure(translate("case.before")),
                        Column.figure(translate("case.during"))));
        List<String> hours = AverageDay.hours();
        for (int hour = 0; hour < hours.size(); hour++) {
            table.row(List.of(
                    hours.get(hour),
                    AverageDay.told(day.before().get(hour), formats),
                    AverageDay.told(day.during().get(hour), formats)));
        }
        return table;
    }
}
