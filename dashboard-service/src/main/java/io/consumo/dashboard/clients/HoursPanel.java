package io.consumo.dashboard.clients;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
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
import io.consumo.model.api.HourlyConsumption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A client's hours of one day, week or month, with a way to the one before and after. */
final class HoursPanel extends Div {

    private final transient Formats formats;
    private final transient Function<Period, List<HourlyConsumption>> fetch;
    private final Switch<Period.Length> lengths;
    private final DayField picker;
    private final Region region = new Region("middle");
    private transient Period period;

    /**
     * An empty one.
     *
     * @param fetch runs aside
     * @param wanted is told what the reader asks for
     */
    HoursPanel(
            Formats formats, Period period, Function<Period, List<HourlyConsumption>> fetch, Consumer<Period> wanted) {
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
        Card card = new Card(translate("client.hours"), region);
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

    private Component chart(Period shown, List<HourlyConsumption> found) {
        ClientHours hours = new ClientHours(shown.first(), shown.last(), found, formats);
        if (hours.isEmpty()) {
            return new EmptyState("clients", translate("client.hours.empty"), translate("client.hours.empty.text"));
        }
        String name = translate("client.hours.name", formats.days(shown.first(), shown.last()));
        Chart chart = new Chart(name, "chart-hours");
        chart.show(HoursChart.options(hours, formats), () -> table(name, hours));
        return chart;
    }

    private Table table(String name, ClientHours hours) {
        Table table = new Table(
                name,
                List.of(
                        Column.text(translate("column.hour")),
                        Column.figure(translate("column.energy")),
                        Column.text(translate("column.quality")),
                        Column.text(translate("column.source"))));
        hours.starts().forEach(start -> {
            HourlyConsumption hour = hours.at(start);
            table.row(List.of(
                    formats.hour(start.toOffsetDateTime()),
                    hour == null ? translate("load.missing") : formats.energy(hour.kwh()),
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
