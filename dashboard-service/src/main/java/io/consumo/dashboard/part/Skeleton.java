package io.consumo.dashboard.part;

import com.vaadin.flow.component.html.Div;

/** Stands where content will come. */
public final class Skeleton extends Div {

    public Skeleton() {
        addClassName("skeleton");
        getElement().setAttribute("aria-hidden", "true");
    }
}
