package io.consumo.dashboard.part;

import com.vaadin.flow.component.Component;

/** Keys that the browser turns into clicks, or into focus for what cannot be clicked, while nobody types. */
public final class Keys {

    private Keys() {}

    /** Gives the component a key; its hint is shown with it. */
    public static void press(Component component, String key) {
        component.getElement().setAttribute("data-key", key).setAttribute("aria-keyshortcuts", key);
    }
}
