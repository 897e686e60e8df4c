package io.consumo.model.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a table or a collection is told where to write down what it holds. */
class TablesTest {

    private static final Pattern TABLE = Pattern.compile("create table (?:if not exists )?(\\w+) \\(");
    private static final Pattern COLLECTION = Pattern.compile("String COLLECTION = \"(\\w+)\"");

    @Test
    void everyTableStandsInTheDocuments() throws IOException {
        List<String> tables = names("src/main/resources/db/migration", TABLE);
        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(docs())
                .containsPattern("\\| `(consumption|api|archive)\\." + table + "` \\|"));
    }

    @Test
    void everyCollectionStandsInTheDocuments() throws IOException {
        List<String> collections = names("src/main/java", COLLECTION);
        assertThat(collections).isNotEmpty().allSatisfy(collection -> assertThat(docs())
                .contains("| `" + collection + "` |"));
    }

    private static String docs() {
        return text(Documents.PROJECT.resolve("docs/DOCS.md"));
    }

    private static List<String> names(String folder, Pattern pattern) throws IOException {
        try (Stream<Path> modules = Files.list(Documents.PROJECT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(TablesTest::files)
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
