package io.consumo.dashboard.part;

import com.vaadin.flow.component.html.Span;

/** One of the drawings in the style sheet; never alone, a word or a name goes with it. */
public final class Icon {

    private Icon() {}

    public static Span of(String name) {
        Span icon = new Span();
        icon.addClassNames("icon", "icon-" + name);
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
