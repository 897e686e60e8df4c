package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and figures, two by two. */
public final class Facts extends Div {

    private final DescriptionList list = new DescriptionList();

    public Facts() {
        list.addClassName("facts");
        add(list);
    }

    public Facts fact(String name, String figure) {
        return fact(name, new Span(figure));
    }

    public Facts fact(String name, Component figure) {
        Description description = new Description();
        description.add(figure);
        Div pair = new Div(new Term(name), description);
        list.getElement().appendChild(pair.getElement());
        return this;
    }
}
