package io.consumo.dashboard.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the options of a chart over hours or days. Colours are names of the style sheet's tokens; the browser puts in
 * what they mean in its theme.
 */
public final class ChartOptions {

    private final ObjectNode options = object();
    private final ArrayNode series = options.putArray("series");
    private final ArrayNode tips;

    /**
     * An x axis of named points.
     *
     * @param names of every point, as the tooltip tells them
     * @param ticks what to write below each point, empty for nothing
     * @param unit of the y axis
     */
    public ChartOptions(List<String> names, List<String> ticks, String unit, boolean edgeToEdge) {
        options.put("animation", false);
        options.putObject("grid")
                .put("left", 8)
                .put("right", 16)
                .put("top", 28)
                .put("bottom", 8)
                .put("containLabel", true);
        ObjectNode tooltip = options.putObject("tooltip").put("trigger", "axis").put("confine", true);
        tooltip.putObject("axisPointer").put("type", edgeToEdge ? "line" : "shadow");
        ObjectNode x = options.putObject("xAxis").put("type", "category").put("boundaryGap", !edgeToEdge);
        x.set("data", strings(names));
        x.putObject("axisTick").put("show", false);
        x.putObject("axisLine").putObject("lineStyle").put("color", "--line-strong");
        x.putObject("axisLabel").put("interval", 0).put("color", "--muted").put("hideOverlap", true);
        ObjectNode y = options.putObject("yAxis")
                .put("type", "value")
                .put("name", unit)
                .put("splitNumber", 4);
        y.putObject("nameTextStyle").put("color", "--muted").put("align", "left");
        y.putObject("axisLabel").put("color", "--muted");
        y.putObject("splitLine").putObject("lineStyle").put("color", "--line");
        ObjectNode own = options.putObject("consumo");
        own.set("ticks", strings(ticks));
        tips = own.putArray("tips");
    }

    /** What the tooltip tells of the next point: label and figure by turns. */
    public ChartOptions tip(List<String> labelsAndFigures) {
        tips.add(strings(labelsAndFigures));
        return this;
    }

    /** The range of what is usual. */
    public ChartOptions band(List<@Nullable BigDecimal> low, List<@Nullable BigDecimal> high) {
        ArrayNode widths = JsonNodeFactory.instance.arrayNode();
        for (int index = 0; index < low.size(); index++) {
            BigDecimal bottom = low.get(index);
            BigDecimal top = high.get(index);
            widths.add(bottom == null || top == null ? null : top.subtract(bottom));
        }
        quiet(line("bandLow", low, "transparent", 0).put("stack", "band"));
        ObjectNode width = quiet(object().put("id", "band").put("type", "line").put("stack", "band"));
        width.set("data", widths);
        width.putObject("lineStyle").put("opacity", 0);
        width.putObject("areaStyle").put("color", "--band").put("opacity", 1);
        series.add(width);
        return this;
    }

    /** The quiet grey line of what is usual or expected. */
    public ChartOptions expected(List<@Nullable BigDecimal> values) {
        line("expected", values, "--expected", 1.5);
        return this;
    }

    /** The line that the chart is about; missing values leave it open. */
    public ChartOptions observed(List<@Nullable BigDecimal> values) {
        line("observed", values, "--accent", 2).put("z", 5);
        return this;
    }

    /** Points that are not whole yet, as hollow marks. */
    public ChartOptions partial(List<@Nullable BigDecimal> values) {
        ObjectNode line = line("partial", values, "--accent", 0).put("z", 6);
        line.put("showSymbol", true).put("symbol", "emptyCircle").put("symbolSize", 7);
        line.putObject("itemStyle").put("color", "--accent").put("borderWidth", 2);
        return this;
    }

    /** Bars on top of each other; the same stack for all. */
    public ChartOptions bars(String id, List<@Nullable BigDecimal> values, String color) {
        ObjectNode bars =
                object().put("id", id).put("type", "bar").put("stack", "bars").put("barMaxWidth", 28);
        bars.put("barCategoryGap", "25%");
        bars.set("data", numbers(values));
        bars.putObject("itemStyle").put("color", color);
        series.add(bars);
        return this;
    }

    /** A vertical line with a word at its top. */
    public ChartOptions nowLine(int point, String word) {
        ObjectNode mark = last().putObject("markLine").put("silent", true).put("symbol", "none");
        mark.put("animation", false);
        mark.putObject("lineStyle")
                .put("color", "--muted")
                .put("type", "dashed")
                .put("width", 1);
        mark.putObject("label").put("formatter", word).put("color", "--muted").put("distance", 4);
        mark.putArray("data").addObject().put("xAxis", point);
        return this;
    }

    /** Shades from one point to another, both included, behind the series that was put last. */
    public ChartOptions shade(List<int[]> ranges, String color) {
        ObjectNode area = last().putObject("markArea").put("silent", true);
        area.putObject("itemStyle").put("color", color);
        ArrayNode data = area.putArray("data");
        ranges.forEach(range -> {
            ArrayNode pair = data.addArray();
            pair.addObject().put("xAxis", range[0]);
            pair.addObject().put("xAxis", range[1]);
        });
        return this;
    }

    /** Zoom by slider, and by wheel while Ctrl is held, so that the page still scrolls. */
    public ChartOptions zoom() {
        ((ObjectNode) options.get("grid")).put("bottom", 34);
        ArrayNode zoom = options.putArray("dataZoom");
        zoom.addObject().put("type", "inside").put("zoomOnMouseWheel", "ctrl").put("moveOnMouseWheel", false);
        ObjectNode slider =
                zoom.addObject().put("type", "slider").put("height", 16).put("bottom", 6);
        slider.put("showDetail", false).put("brushSelect", false).put("borderColor", "transparent");
        slider.put("backgroundColor", "--surface-sunken").put("fillerColor", "--band");
        slider.putObject("handleStyle").put("color", "--surface").put("borderColor", "--line-strong");
        slider.putObject("moveHandleStyle").put("color", "--line-strong");
        slider.put("moveHandleSize", 3);
        slider.putObject("dataBackground").putObject("lineStyle").put("opacity", 0);
        ((ObjectNode) slider.get("dataBackground")).putObject("areaStyle").put("opacity", 0);
        slider.set("selectedDataBackground", slider.get("dataBackground").deepCopy());
        return this;
    }

    /** As {@link #zoom}, with what lies before the point out of sight at first. */
    public ChartOptions zoomFrom(int point) {
        zoom();
        options.get("dataZoom").forEach(part -> ((ObjectNode) part)
                .put("startValue", point)
                .put("endValue", options.at("/xAxis/data").size() - 1));
        return this;
    }

    public ObjectNode build() {
        return options;
    }

    private ObjectNode line(String id, List<@Nullable BigDecimal> values, String color, double width) {
        ObjectNode line = object().put("id", id)
                .put("type", "line")
                .put("showSymbol", false)
                .put("connectNulls", false);
        line.set("data", numbers(values));
        line.putObject("lineStyle").put("color", color).put("width", width);
        line.putObject("itemStyle").put("color", color);
        line.putObject("emphasis").put("disabled", true);
        series.add(line);
        return line;
    }

    private static ObjectNode quiet(ObjectNode line) {
        return line.put("silent", true).put("showSymbol", false);
    }

    private ObjectNode last() {
        return (ObjectNode) series.get(series.size() - 1);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode strings(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ArrayNode numbers(List<@Nullable BigDecimal> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
