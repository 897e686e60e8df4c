package io.consumo.dashboard.clients;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.chart.Chart;
import io.consumo.dashboard.part.Card;
import io.consumo.dashboard.part.DayField;
import io.consumo.dashboard.part.EmptyState;
import io.consumo.dashboard.part.Icon;
import io.consumo.dashboard.part.Region;
import io.consumo.dashboard.part.Switch;
import io.consumo.dashboard.part.Table;
import io.consumo.dashboard.part.Table.Column;
import io.consumo.dashboard.text.Formats;
import io.consumo.model.api.ClientBaseline;
import io.consumo.model.api.ClientBaseline.HourBand;
import io.consumo.model.api.HourlyConsumption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A client's hours of one day, week or month, with a way to the one before and after. */
final class HoursPanel extends Div {

    private final transient Formats formats;
    private final transient Function<Period, Found> fetch;
    private final Div legends = new Div();
    private final Switch<Period.Length> lengths;
    private final DayField picker;
    private final Region region = new Region("middle");
    private transient Period period;

    /**
     * What the panel shows.
     *
     * @param usual null where it could not be told
     */
    record Found(List<HourlyConsumption> hours, @Nullable Usual usual) {}

    /**
     * An empty one.
     *
     * @param fetch runs aside
     * @param wanted is told what the reader asks for
     */
    HoursPanel(Formats formats, Period period, Function<Period, Found> fetch, Consumer<Period> wanted) {
        this.formats = formats;
        this.period = period;
        this.fetch = fetch;
        lengths = new Switch<>(
                translate("period.label"),
                List.of(Period.Length.values()),
                length -> translate("period." + length),
                length -> wanted.accept(new Period(length, this.period.day())));
        picker = new DayField(formats);
        picker.setAriaLabel(translate("period.day"));
        picker.addClassName("period-day");
        picker.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                wanted.accept(new Period(this.period.length(), event.getValue()));
            }
        });
        legends.addClassName("legends");
        Card card = new Card(translate("client.hours"), region, legends);
        card.tools(
                lengths,
                step("period.previous", "back", () -> wanted.accept(this.period.moved(-1))),
                picker,
                step("period.next", "expand", () -> wanted.accept(this.period.moved(1))));
        add(card);
    }

    void show(Period wanted) {
        period = wanted;
        lengths.mark(wanted.length());
        picker.setValue(wanted.day());
        region.load(() -> fetch.apply(wanted), found -> chart(wanted, found));
    }

    /** Fetches what is shown once more. */
    void refresh() {
        Period shown = period;
        region.refresh(() -> fetch.apply(shown), found -> chart(shown, found));
    }

    private Component chart(Period shown, Found found) {
        ClientHours hours = new ClientHours(shown.first(), shown.last(), found.hours(), formats);
        Usual usual = found.usual();
        explain(hours, usual);
        if (hours.isEmpty()) {
            return new EmptyState("clients", translate("client.hours.empty"), translate("client.hours.empty.text"));
        }
        String name = translate("client.hours.name", formats.days(shown.first(), shown.last()));
        Chart chart = new Chart(name, "chart-hours");
        chart.show(HoursChart.options(hours, usual, formats), () -> table(name, hours, usual));
        return chart;
    }

    private void explain(ClientHours hours, @Nullable Usual usual) {
        legends.removeAll();
        legends.add(legend("load.observed", "legend-observed"));
        if (usual != null && usual.isKnown()) {
            legends.add(legend("load.expected", "legend-expected"), legend("load.band", "legend-band"));
        }
        if (hours.sources().containsKey("restored")) {
            legends.add(legend("source.restored", "legend-restored"));
        }
        if (hours.estimated() > 0) {
            legends.add(legend("quality.ESTIMATED", "legend-estimated"));
        }
        if (usual != null) {
            legends.add(note(usual.baseline()));
        }
    }

    private Span note(ClientBaseline baseline) {
        LocalDate since = baseline.since();
        String learned = translate("usual.learned", baseline.acceptedDays(), baseline.neededDays());
        Span note =
                new Span(since == null ? learned : learned + " · " + translate("usual.since", formats.longDay(since)));
        note.addClassName("card-note");
        return note;
    }

    private static Span legend(String key, String kind) {
        Span legend = new Span(translate(key));
        legend.addClassNames("legend", kind);
        return legend;
    }

    private Table table(String name, ClientHours hours, @Nullable Usual usual) {
        Table table = new Table(
                name,
                List.of(
                        Column.text(translate("column.hour")),
                        Column.figure(translate("column.energy")),
                        Column.figure(translate("column.usual")),
                        Column.text(translate("column.quality")),
                        Column.text(translate("column.source"))));
        hours.starts().forEach(start -> {
            HourlyConsumption hour = hours.at(start);
            HourBand band = usual == null ? null : usual.at(start);
            table.row(List.of(
                    formats.hour(start.toOffsetDateTime()),
                    hour == null ? translate("load.missing") : formats.energy(hour.kwh()),
                    band == null ? Formats.NONE : Usual.told(band, formats),
                    hour == null ? Formats.NONE : translate("quality." + hour.quality()),
                    hour == null ? Formats.NONE : translate("source." + hour.source())));
        });
        return table;
    }

    private static NativeButton step(String key, String icon, Runnable action) {
        NativeButton button = new NativeButton("", click -> action.run());
        button.addClassName("icon-button");
        button.setAriaLabel(translate(key));
        button.getElement().setAttribute("title", translate(key));
        button.add(Icon.of(icon));
        return button;
    }
}
