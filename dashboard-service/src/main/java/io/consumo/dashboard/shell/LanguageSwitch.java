package io.consumo.dashboard.shell;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.consumo.dashboard.text.Texts;
import java.util.Locale;

/** One button a language; the one in use is pressed. */
final class LanguageSwitch extends Div {

    LanguageSwitch() {
        addClassName("language");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", translate("language.choose"));
        Locale current = Texts.nearest(UI.getCurrentOrThrow().getLocale());
        for (Locale language : Texts.LANGUAGES) {
            String tag = language.toLanguageTag();
            NativeButton button = new NativeButton(
                    tag.toUpperCase(Locale.ROOT),
                    click -> Appearance.choose(UI.getCurrentOrThrow(), Appearance.LANGUAGE_COOKIE, tag));
            button.setAriaLabel(language.getDisplayLanguage(language));
            button.getElement().setAttribute("lang", tag);
            button.getElement().setAttribute("aria-pressed", String.valueOf(language.equals(current)));
            add(button);
        }
    }
}
