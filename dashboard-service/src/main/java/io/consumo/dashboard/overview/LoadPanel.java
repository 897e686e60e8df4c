package io.consumo.dashboard.overview;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.dashboard.chart.Chart;
import io.consumo.dashboard.live.Fetched;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.FailedPart;
import io.consumo.dashboard.part.Skeleton;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.LoadPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The total load of the last two days over what is usual. */
final class LoadPanel extends Div {

    private final transient Formats formats;
    private final Card card = new Card(translate("load.title"));
    private final Div failure = new Div();
    private final Chart chart = new Chart(translate("load.name"), "chart-load");
    private final EmptyState empty =
            new EmptyState("overview", translate("load.empty.title"), translate("load.empty.text"));

    LoadPanel(Formats formats) {
        this.formats = formats;
        addClassNames("load-panel", "tall");
        card.tools(legend("observed"), legend("expected"), legend("band"));
        card.show(failure, new Skeleton());
        add(card);
    }

    void take(Fetched<List<LoadPoint>> fetched) {
        failure.removeAll();
        BackendFailure reason = fetched.ownFailure();
        if (reason != null) {
            failure.add(new FailedPart(reason));
            if (fetched.value() == null) {
                card.show(failure);
            }
        }
        List<LoadPoint> points = fetched.value();
        if (points != null) {
            show(points);
        }
    }

    private void show(List<LoadPoint> points) {
        boolean nothing = points.stream().map(LoadPoint::kwh).allMatch(Objects::isNull);
        Div content = nothing ? empty : chart;
        if (!content.isAttached()) {
            card.show(failure, content);
        }
        if (!nothing) {
            chart.show(LoadChart.options(points, formats), () -> table(points));
        }
    }

    private Table table(List<LoadPoint> points) {
        Table table = new Table(
                translate("load.name"),
                List.of(
                        Column.text(translate("column.hour")),
                        Column.figure(translate("column.load")),
                        Column.figure(translate("column.usual")),
                        Column.figure(translate("column.completeness"))));
        points.reversed()
                .forEach(point -> table.row(List.of(
                        formats.hour(point.start()),
                        energy(point.kwh()),
                        energy(point.usualKwh()),
                        formats.percent(point.completeness()))));
        return table;
    }

    private String energy(@Nullable BigDecimal kwh) {
        return kwh == null ? Formats.NONE : formats.energy(kwh);
    }

    private static Span legend(String what) {
        Span legend = new Span(translate("load." + what));
        legend.addClassNames("legend", "legend-" + what);
        return legend;
    }
}
