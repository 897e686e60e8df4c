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
}
