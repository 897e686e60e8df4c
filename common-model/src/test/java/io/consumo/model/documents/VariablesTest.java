package io.consumo.model.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever adds a variable or changes its default is told where to write it down. */
class VariablesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(CONSUMO_\\w+):([^{}$]*)}");

    private static final Pattern IN_COMPOSE = Pattern.compile("\\$\\{(CONSUMO_\\w+):-([^}]*)}");

    @Test
    void everyVariableStandsInTheTableWithItsDefault() throws IOException {
        List<String> table = Files.readAllLines(Documents.PROJECT.resolve("docs/DOCS.md"));
        List<String> missing = new ArrayList<>();
        for (Path settings : Documents.settings()) {
            for (MatchResult variable :
                    VARIABLE.matcher(Files.readString(settings)).results().toList()) {
                String name = "| `" + variable.group(1) + "` |";
                String given = variable.group(2).isEmpty() ? "" : "`" + variable.group(2) + "`";
                if (table.stream().noneMatch(line -> line.startsWith(name) && line.contains(given))) {
                    missing.add(Documents.PROJECT.relativize(settings) + ": " + variable.group());
                }
            }
        }
        assertThat(missing).as("not in docs/DOCS.md").isEmpty();
    }

    @Test
    void everyVariableOfComposeStandsInTheExampleWithItsDefaultAndInTheTable() throws IOException {
        List<String> example = Files.readAllLines(Documents.PROJECT.resolve(".env.example"));
        List<String> table = Files.readAllLines(Documents.PROJECT.resolve("docs/DOCS.md"));
        List<String> missing = new ArrayList<>();
        for (MatchResult variable : IN_COMPOSE
                .matcher(Files.readString(Documents.PROJECT.resolve("docker-compose.yml")))
                .results()
                .toList()) {
            if (!example.contains("#" + variable.group(1) + "=" + variable.group(2))) {
                missing.add(".env.example: #" + variable.group(1) + "=" + variable.group(2));
            }
            if (table.stream().noneMatch(line -> line.contains("`" + variable.group(1)))) {
                missing.add("docs/DOCS.md: " + variable.group(1));
            }
        }
        assertThat(missing).as("missing").isEmpty();
    }
}
