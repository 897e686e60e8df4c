package io.consumo.api.anomalies;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says a finding in the reader's language: a template of the bundle {@code messages}, whose placeholders such as
 * {@code {observed}} stand for figures, {@code {percent,0}} for one with so many decimals. What has no template or no
 * figure is shown by its name, never refused.
 */
@Component
public final class Explanations {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:,(\\d))?}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Clock clock;

    Explanations(Clock clock) {
        this.clock = clock;
    }

    /** Which of the keys has a text, the first if none. */
    public String known(String... keys) {
        ResourceBundle texts = ResourceBundle.getBundle("messages", Locale.ROOT, NO_FALLBACK);
        return Arrays.stream(keys).filter(texts::containsKey).findFirst().orElse(keys[0]);
    }

    /**
     * English where the bundle has no text in the language.
     *
     * @param arguments by name: plain decimal numbers, ISO dates or words
     */
    public String text(String key, Map<String, String> arguments, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle("messages", locale, NO_FALLBACK);
        if (!texts.containsKey(key)) {
            return key;
        }
        Locale spoken = texts.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : locale;
        return PLACEHOLDER
                .matcher(texts.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(shown(place, arguments, spoken)));
    }

    private String shown(MatchResult place, Map<String, String> arguments, Locale locale) {
        String argument = arguments.get(place.group(1));
        if (argument == null) {
            return place.group();
        }
        try {
            return number(new BigDecimal(argument), place.group(2), locale);
        } catch (NumberFormatException e) {
            return date(argument, locale);
        }
    }

    /** About three significant digits, unless the template says how many decimals. */
    private static String number(BigDecimal number, @Nullable String decimals, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        double size = Math.abs(number.doubleValue());
        format.setMaximumFractionDigits(
                decimals != null ? Integer.parseInt(decimals) : size >= 100 ? 0 : size >= 1 ? 1 : 3);
        return format.format(number);
    }

    /** With the year when it is another than this one. */
    private String date(String argument, Locale locale) {
        try {
            LocalDate day = LocalDate.parse(argument);
            boolean thisYear = day.getYear() == LocalDate.now(clock).getYear();
            return day.format(DateTimeFormatter.ofPattern(thisYear ? "d MMM" : "d MMM yyyy", locale));
        } catch (DateTimeException e) {
            return argument;
        }
    }
}
