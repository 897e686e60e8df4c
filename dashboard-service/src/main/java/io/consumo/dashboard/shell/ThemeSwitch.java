package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.NativeButton;
import io.consumo.dashboard.part.Icon;

/** Turns light to dark and back; the browser does it and remembers. */
final class ThemeSwitch extends NativeButton {

    ThemeSwitch() {
        addClassNames("icon-button", "theme-switch");
        String name = translate("theme.switch");
        setAriaLabel(name);
        getElement().setAttribute("title", name);
        getElement().setAttribute("data-action", "theme");
        add(Icon.of("theme"));
    }
}
