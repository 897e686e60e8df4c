package io.consumo.api.anomalies;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Says a finding in the reader's language: a template of the bundle {@code messages}, whose placeholders such as
 * {@code {observed}} stand for figures. What has no template or no figure is shown by its name, never refused.
 */
@Component
public final class Explanations {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @param arguments by name: plain decimal numbers, ISO dates or words */
    public String text(String key, Map<String, String> arguments, Locale locale) {
        String template;
        try {
            template = ResourceBundle.getBundle("messages", locale, NO_FALLBACK).getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(shown(place, arguments, locale)));
    }

    private static String shown(java.util.regex.MatchResult place, Map<String, String> arguments, Locale locale) {
        String argument = arguments.get(place.group(1));
        if (argument == null) {
            return place.group();
        }
        try {
            return number(new BigDecimal(argument), locale);
        } catch (NumberFormatException e) {
            return date(argument, locale);
        }
    }

    /** Three significant digits suit the eye; whole thousands stay whole. */
    private static String number(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        double size = Math.abs(number.doubleValue());
        format.setMaximumFractionDigits(size >= 100 ? 0 : size >= 1 ? 1 : 3);
        return format.format(number);
    }

    private static String date(String argument, Locale locale) {
        try {
            return LocalDate.parse(argument).format(DateTimeFormatter.ofPattern("d MMM", locale));
        } catch (DateTimeException e) {
            return argument;
        }
    }
}
