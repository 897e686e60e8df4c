package io.consumo.dashboard.chart;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A small line without axes, as light SVG; missing values leave it open. */
public final class Sparkline extends Div {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 28;
    private static final int INSET = 2;

    private String shown = "";

    public Sparkline() {
        addClassName("sparkline");
        getElement().setAttribute("aria-hidden", "true");
    }

    public void show(List<@Nullable BigDecimal> values) {
        String svg = svg(values);
        if (!svg.equals(shown)) {
            shown = svg;
            removeAll();
            add(new Svg(svg));
        }
    }

    /** The path of the line, for a table's cells that draw it themselves in a box of 120 x 28. */
    public static String line(List<@Nullable BigDecimal> values) {
        return path(values, false);
    }

    static String svg(List<@Nullable BigDecimal> values) {
        return """
                <svg viewBox="0 0 %d %d" preserveAspectRatio="none"><path class="spark-area" d="%s"/>\
                <path class="spark-line" vector-effect="non-scaling-stroke" d="%s"/></svg>""".formatted(WIDTH, HEIGHT, path(values, true), path(values, false));
    }

    private static String path(List<@Nullable BigDecimal> values, boolean closed) {
        double top = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
        double bottom = Math.min(
                0,
                values.stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(BigDecimal::doubleValue)
                        .min()
                        .orElse(0));
        double range = top == bottom ? 1 : top - bottom;
        StringBuilder path = new StringBuilder();
        int begun = -1;
        for (int index = 0; index < values.size(); index++) {
            BigDecimal value = values.get(index);
            if (value == null) {
                close(path, closed, begun, index - 1, values.size());
                begun = -1;
                continue;
            }
            double y = HEIGHT - INSET - (value.doubleValue() - bottom) / range * (HEIGHT - 2.0 * INSET);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", begun < 0 ? "M" : "L", x(index, values.size()), y));
            begun = begun < 0 ? index : begun;
        }
        close(path, closed, begun, values.size() - 1, values.size());
        return path.toString();
    }

    private static void close(StringBuilder path, boolean closed, int first, int last, int size) {
        if (closed && first >= 0) {
            path.append(String.format(Locale.ROOT, "L%.1f %dL%.1f %dZ", x(last, size), HEIGHT, x(first, size), HEIGHT));
        }
    }

    private static double x(int index, int size) {
        return size < 2 ? 0 : (double) index * WIDTH / (size - 1);
    }
}
