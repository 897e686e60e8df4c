package io.consumo.dashboard.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** The words of the pages, in English and Spanish, from the bundle {@code messages/dashboard}. */
@Component
public final class Texts implements I18NProvider {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale SPANISH = Locale.of("es");
    public static final List<Locale> LANGUAGES = List.of(ENGLISH, SPANISH);

    private static final String BUNDLE = "messages/dashboard";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        return text(locale, key, arguments);
    }

    /** The text in the nearest of our languages. */
    public static String text(Locale locale, String key, Object... arguments) {
        try {
            String pattern = bundle(locale).getString(key);
            return new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException e) {
            return "!" + key + "!";
        }
    }

    /** Whether there is such a text; for keys that another service names. */
    public static boolean has(String key) {
        return bundle(ENGLISH).containsKey(key);
    }

    /** The nearest of our languages: Spanish for any kind of Spanish, else English. */
    public static Locale nearest(Locale wanted) {
        return wanted.getLanguage().equals(SPANISH.getLanguage()) ? SPANISH : ENGLISH;
    }

    private static ResourceBundle bundle(Locale locale) {
        Locale nearest = nearest(locale);
        return ResourceBundle.getBundle(BUNDLE, nearest.equals(ENGLISH) ? Locale.ROOT : nearest, NO_FALLBACK);
    }
}
