package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import io.consumo.dashboard.part.Icon;

/** Tells that the demo passwords are in force; can be folded for the session. */
final class DemoBanner extends Div {

    private static final String FOLDED = DemoBanner.class.getName();

    DemoBanner() {
        addClassName("banner");
        setVisible(false);
        Span text = new Span(translate("banner.demo"));
        text.addClassName("banner-text");
        text.getElement().setAttribute("title", translate("banner.demo"));
        NativeButton fold = new NativeButton("", click -> fold());
        fold.addClassName("icon-button");
        fold.setAriaLabel(translate("banner.fold"));
        fold.getElement().setAttribute("title", translate("banner.fold"));
        fold.add(Icon.of("close"));
        add(Icon.of("key"), text, fold);
    }

    void inForce(boolean demoPasswords) {
        setVisible(demoPasswords && VaadinSession.getCurrent().getAttribute(FOLDED) == null);
    }

    private void fold() {
        VaadinSession.getCurrent().setAttribute(FOLDED, true);
        setVisible(false);
    }
}
