package io.consumo.dashboard.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Hours down, days across, the more energy the darker; what was not received stays open. */
public final class HeatMap extends Div {

    private final Canvas canvas = new Canvas();

    @Tag("consumo-heat")
    private static final class Canvas extends Component {}

    /**
     * One column of the map.
     *
     * @param name as the tooltip tells it
     * @param tick what to write below it, empty for nothing
     * @param marked whether it is hatched, as restored days are
     * @param kwh of each of the 24 hours, null where nothing was received
     */
    public record Column(String name, String tick, boolean marked, List<@Nullable BigDecimal> kwh) {}

    /** @param missing what the tooltip says where nothing was received */
    public HeatMap(String name, List<Column> columns, String missing) {
        addClassName("heat");
        canvas.getElement().setAttribute("role", "img").setAttribute("aria-label", name);
        ObjectNode map = JsonNodeFactory.instance.objectNode().put("missing", missing);
        ArrayNode array = map.putArray("columns");
        columns.forEach(column -> {
            ObjectNode node = array.addObject()
                    .put("name", column.name())
                    .put("tick", column.tick())
                    .put("marked", column.marked());
            ArrayNode cells = node.putArray("kwh");
            column.kwh().forEach(cells::add);
        });
        canvas.getElement().setPropertyJson("map", map);
        add(canvas);
    }
}
