package io.consumo.dashboard.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.consumo.dashboard.chart.Sparkline;
import io.consumo.dashboard.text.Formats;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure with its last 24 hours; leads to where it comes from. */
final class Tile extends Anchor {

    private final Span figure = new Span();
    private final Div note = new Div();
    private final Sparkline sparkline = new Sparkline();
    private String shown = "";
    private String noted = "";

    Tile(String label, String href) {
        addClassName("tile");
        setHref(href);
        Span name = new Span(label);
        name.addClassName("tile-label");
        figure.addClassName("tile-figure");
        note.addClassName("tile-note");
        add(name, figure, note, sparkline);
        getElement().setAttribute("aria-busy", "true");
    }

    void show(String text, List<@Nullable BigDecimal> lastDay) {
        getElement().removeAttribute("aria-busy");
        figures(text);
        sparkline.show(lastDay);
    }

    /** Units are written smaller than their figures. */
    private void figures(String text) {
        if (!shown.equals(text)) {
            shown = text;
            figure.removeAll();
            List.of(text.split(Formats.THIN_SPACE, -1)).forEach(part -> {
                Span span = new Span(part);
                span.setClassName("tile-unit", part.chars().noneMatch(Character::isDigit));
                figure.add(span);
            });
        }
    }

    void note(String text) {
        if (!noted.equals(text)) {
            noted = text;
            note.setText(text);
            note.getElement().setAttribute("title", text);
        }
    }

    /** @param content what the components say, so that they are replaced only when it changes */
    void note(String content, List<? extends Component> components) {
        if (!noted.equals(content)) {
            noted = content;
            note.removeAll();
            components.forEach(note::add);
        }
    }
}
