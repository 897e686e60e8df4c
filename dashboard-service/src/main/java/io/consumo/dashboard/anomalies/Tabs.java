package io.consumo.dashboard.anomalies;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** Between the queue and the rules that fill it. */
public final class Tabs extends Nav {

    public Tabs(boolean atRules) {
        addClassName("tabs");
        setAriaLabel(translate("rules.tabs"));
        add(tab("/anomalies", "rules.tab.queue", !atRules), tab("/rules", "rules.tab.rules", atRules));
    }

    private static Anchor tab(String href, String key, boolean here) {
        Anchor tab = new Anchor(href, translate(key));
        if (here) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }
}
