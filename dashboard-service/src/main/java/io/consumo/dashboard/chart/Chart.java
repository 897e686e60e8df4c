package io.consumo.dashboard.chart;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An ECharts chart with a name for screen readers and the same data as a table; only what changed is sent. */
public final class Chart extends Div {

    private final Canvas canvas = new Canvas();
    private final Div table = new Div();
    private final NativeButton toggle = new NativeButton(translate("chart.table"), click -> toggleTable());
    private transient @Nullable ObjectNode shown;
    private transient Supplier<? extends Component> asTable = Div::new;

    @Tag("consumo-chart")
    @JavaScript("context://webjars/echarts/5.3.1/dist/echarts.min.js")
    private static final class Canvas extends Component {}

    /** @param height class of the chart's height */
    public Chart(String name, String height) {
        addClassName("chart");
        canvas.getElement().setAttribute("role", "img");
        canvas.getElement().setAttribute("aria-label", name);
        canvas.addClassName(height);
        table.addClassName("chart-table");
        table.setVisible(false);
        toggle.addClassNames("button", "chart-toggle");
        toggle.getElement().setAttribute("aria-expanded", "false");
        add(canvas, table, toggle);
    }

    /**
     * Draws the options.
     *
     * @param asTable makes the same data as a table, when somebody wants it
     */
    public void show(ObjectNode options, Supplier<? extends Component> asTable) {
        this.asTable = asTable;
        ObjectNode changed = shown == null ? null : ChartChange.between(shown, options);
        if (changed == null) {
            canvas.getElement().setPropertyJson("options", options);
        } else if (!changed.isEmpty()) {
            canvas.getElement().callJsFunction("change", changed);
        }
        boolean same = changed != null && changed.isEmpty();
        shown = options.deepCopy();
        if (table.isVisible() && !same) {
            fillTable();
        }
    }

    private void toggleTable() {
        table.setVisible(!table.isVisible());
        toggle.setText(translate(table.isVisible() ? "chart.hideTable" : "chart.table"));
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(table.isVisible()));
        if (table.isVisible()) {
            fillTable();
        }
    }

    private void fillTable() {
        table.removeAll();
        table.add(asTable.get());
    }
}
