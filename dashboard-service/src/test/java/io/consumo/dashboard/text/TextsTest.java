package io.consumo.dashboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.dashboard.backend.BackendFailure;
import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.Band;
import io.consumo.model.CaseStatus;
import io.consumo.model.CheckResult;
import io.consumo.model.DismissalReason;
import io.consumo.model.Severity;
import io.consumo.model.api.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*\\.[A-Za-z_./]*)\"");

    private final Properties english = bundle("dashboard.properties");
    private final Properties spanish = bundle("dashboard_es.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(spanish.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        Pattern argument = Pattern.compile("\\{(\\d)");
        english.forEach((key, text) -> assertThat(arguments(argument, spanish.getProperty((String) key)))
                .as("%s", key)
                .isEqualTo(arguments(argument, (String) text)));
    }

    @Test
    void everyKeyInUseExists() {
        Set<String> topics =
                english.stringPropertyNames().stream().map(TextsTest::topic).collect(Collectors.toSet());
        Set<String> unknown = literals()
                .filter(literal -> topics.contains(topic(literal)))
                .filter(literal -> literal.endsWith(".")
                        ? english.stringPropertyNames().stream().noneMatch(key -> key.startsWith(literal))
                        : !english.containsKey(literal))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unknown).isEmpty();
    }

    @Test
    void everyKeyIsInUse() {
        Set<String> used = literals().collect(Collectors.toSet());
        Set<String> unused = english.stringPropertyNames().stream()
                .filter(key -> !used.contains(key))
                .filter(key -> used.stream().noneMatch(prefix -> prefix.endsWith(".") && key.startsWith(prefix)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyWordOfTheVocabularyHasATranslation() {
        Map<String, Object[]> vocabulary = Map.of(
                "severity.", Severity.values(),
                "type.", AnomalyType.values(),
                "subtype.", AnomalySubtype.values(),
                "status.", CaseStatus.values(),
                "band.", Band.values(),
                "check.", CheckResult.values(),
                "reason.", DismissalReason.values(),
                "decided.", CaseStatus.values(),
                "role.", Session.Role.values());
        vocabulary.forEach((prefix, values) ->
                Arrays.stream(values).forEach(value -> assertThat(english).containsKey(prefix + value)));
        Arrays.stream(BackendFailure.Kind.values()).forEach(kind -> assertThat(english)
                .containsKeys("failure." + kind + ".title", "failure." + kind + ".advice"));
    }

    @Test
    void countsInWords() {
        assertThat(Texts.text(Texts.ENGLISH, "cases.count", 1)).isEqualTo("1 case");
        assertThat(Texts.text(Texts.SPANISH, "cases.count", 1_234)).isEqualTo("1.234 casos");
    }

    @Test
    void takesTheNearestLanguage() {
        assertThat(Texts.nearest(Locale.forLanguageTag("es-MX"))).isEqualTo(Texts.SPANISH);
        assertThat(Texts.nearest(Locale.GERMAN)).isEqualTo(Texts.ENGLISH);
    }

    private static String topic(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> arguments(Pattern argument, String text) {
        return argument.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> literals() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> LITERAL.matcher(read(file)).results())
                    .map(result -> result.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String name) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
