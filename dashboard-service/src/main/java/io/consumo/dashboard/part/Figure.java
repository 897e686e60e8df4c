package io.consumo.dashboard.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure, what it is, and a word on it. */
public final class Figure extends Div {

    public Figure(String label, String figure, String note) {
        addClassName("figure-tile");
        Span name = new Span(label);
        name.addClassName("tile-label");
        Span value = new Span(figure);
        value.addClassName("figure-value");
        Span small = new Span(note);
        small.addClassName("tile-note");
        small.getElement().setAttribute("title", note);
        add(name, value, small);
    }

    /** Side by side. */
    public static Div row(Figure... figures) {
        Div row = new Div(figures);
        row.addClassName("figures");
        return row;
    }
}
