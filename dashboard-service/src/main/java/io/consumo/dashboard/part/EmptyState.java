package io.consumo.dashboard.part;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Says what will appear here and how to make it so. */
public final class EmptyState extends Div {

    public EmptyState(String icon, String title, String text) {
        addClassName("empty");
        Span picture = Icon.of(icon);
        picture.addClassName("empty-icon");
        add(picture, new H3(title), new Paragraph(text));
    }

    /** With the command that fills it. */
    public EmptyState(String icon, String title, String text, String command) {
        this(icon, title, text);
        add(new Code(command));
    }
}
