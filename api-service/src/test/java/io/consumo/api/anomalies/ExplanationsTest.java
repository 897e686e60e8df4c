package io.consumo.api.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.TestClock;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private static final Locale SPANISH = Locale.of("es");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    private final Explanations explanations = new Explanations(new TestClock.Turned(TestClock.START));

    @Test
    void bothLanguagesSayTheSame() {
        ResourceBundle english = ResourceBundle.getBundle("messages", Locale.ROOT);
        ResourceBundle spanish = ResourceBundle.getBundle("messages", SPANISH);

        for (String key : english.keySet()) {
            assertThat(placeholders(spanish.getString(key))).as(key).isEqualTo(placeholders(english.getString(key)));
            assertThat(spanish.getString(key)).as(key).isNotEqualTo(english.getString(key));
        }
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void everyTypeHasAnExplanationNowAndAfterwardsAndWhatWouldClearIt() {
        Set<String> expected = new TreeSet<>();
        Stream.concat(
                        Arrays.stream(AnomalyType.values())
                                .filter(type -> type != AnomalyType.FRAUD)
                                .map(type -> type.name().toLowerCase(Locale.ROOT)),
                        Arrays.stream(AnomalySubtype.values())
                                .map(subtype -> "fraud." + subtype.name().toLowerCase(Locale.ROOT)))
                .forEach(key -> expected.addAll(List.of(key, "past." + key, "cleared." + key)));

        assertThat(ResourceBundle.getBundle("messages", Locale.ROOT).keySet()).isEqualTo(expected);
    }

    @Test
    void writesNumbersAndDatesAsTheReaderDoes() {
        Map<String, String> arguments =
                Map.of("percent", "1241.4", "observed", "5.4", "expected", "0.41", "firstDay", "2026-11-02");

        assertThat(explanations.text("fraud.drop", arguments, Locale.US))
                .isEqualTo(
                        "Uses 1,241\u202f% less than usual since 2 Nov: 5.4\u202fkWh a day where 0.41\u202fkWh is normal.");
        assertThat(explanations.text("fraud.drop", arguments, Locale.of("es", "ES")))
                .isEqualTo(
                        "Consume un 1.241\u202f% menos de lo habitual desde el 2 nov: 5,4\u202fkWh al día cuando lo normal"
                                + " son 0,41\u202fkWh.");
    }

    @Test
    void speaksEnglishToThoseWhoseLanguageItDoesNotKnow() {
        assertThat(explanations.text("fraud.drop", Map.of("expected", "1.5"), Locale.GERMANY))
                .contains("1.5\u202fkWh");
    }

    @Test
    void tellsTheYearOfADayInAnotherOne() {
        assertThat(explanations.text("silent", Map.of("lastReading", "2017-07-31"), Locale.ENGLISH))
                .isEqualTo("Has sent no readings since 31 Jul 2017.");
    }

    @Test
    void neverFailsOverWhatItDoesNotKnow() {
        assertThat(explanations.text("no.such.key", Map.of(), Locale.ENGLISH)).isEqualTo("no.such.key");
        assertThat(explanations.text("silent", Map.of(), Locale.ENGLISH)).contains("{lastReading}");
        assertThat(explanations.text("silent", Map.of("lastReading", "$1 {x}"), Locale.ENGLISH))
                .contains("$1 {x}");
    }

    private static List<String> placeholders(String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(result -> result.group())
                .sorted()
                .toList();
    }
}
