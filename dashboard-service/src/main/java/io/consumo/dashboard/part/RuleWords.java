package io.consumo.dashboard.part;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import io.consumo.dashboard.text.Formats;
import io.consumo.dashboard.text.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Our words for what the rules name: themselves, their thresholds and units. */
public final class RuleWords {

    private static final Pattern CAMEL_HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final String DAYS = "measure.days";

    private static final Map<String, String> UNITS = Map.of(
            "Percent", "measure.percent",
            "Points", "measure.points",
            "Kwh", "measure.kwh",
            "Kw", "measure.kw",
            "Hours", "measure.hours",
            "Days", DAYS,
            "daysToOpen", DAYS);

    private RuleWords() {}

    /** @param key for instance {@code fraud.drop} */
    public static String rule(String key) {
        String known = "rule." + key.replace('.', '_').replace('-', '_').toLowerCase(Locale.ROOT);
        return Texts.has(known) ? translate(known) : key;
    }

    /** @param name as in the configuration, for instance {@code fallPercent} */
    public static String threshold(String name) {
        return named("threshold.", name);
    }

    /** Our word for a name of another service, else the name taken apart: minimumDays is told as minimum days. */
    public static String named(String prefix, String name) {
        String words =
                CAMEL_HUMP.matcher(name).replaceAll(" ").replace('_', ' ').toLowerCase(Locale.ROOT);
        String key = prefix + words.replace(' ', '_');
        return Texts.has(key) ? translate(key) : words;
    }

    /** As the name of a threshold ends with it, after a thin space; what has none is a bare measure. */
    public static String unitOf(String threshold, double value) {
        return UNITS.entrySet().stream()
                .filter(unit -> threshold.endsWith(unit.getKey()))
                .map(Map.Entry::getValue)
                .map(unit -> Formats.THIN_SPACE + translate(value == 1 && unit.equals(DAYS) ? "measure.day" : unit))
                .findFirst()
                .orElse("");
    }

    /** @param unit as the API tells it; null for none */
    public static String unit(@Nullable String unit) {
        return unit == null ? "" : unit.equals("d") ? translate(DAYS) : unit;
    }
}
