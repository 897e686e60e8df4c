package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A titled part of a page. */
public final class Card extends Section {

    private final Div body = new Div();
    private final Div tools = new Div();

    public Card(String title) {
        addClassName("card");
        Header header = new Header(new H2(title));
        header.addClassName("card-header");
        tools.addClassName("card-tools");
        header.add(tools);
        body.addClassName("card-body");
        add(header, body);
        getElement().setAttribute("aria-label", title);
    }

    public Card(String title, String note) {
        this(title);
        Span text = new Span(note);
        text.addClassName("card-note");
        tools.add(text);
    }

    public Card(String title, Component... content) {
        this(title);
        body.add(content);
    }

    /** Below what the card shows. */
    public void add(Component content) {
        body.add(content);
    }

    /** Takes the place of what the card showed. */
    public void show(Component... content) {
        body.removeAll();
        body.add(content);
    }

    /** At the right of the title. */
    public void tools(Component... components) {
        tools.add(components);
    }
}
