package io.consumo.model.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents and settings of the whole project, as they stand in its folder. */
final class Documents {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private Documents() {}

    /** README.md and everything under docs. */
    static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            return Stream.concat(Stream.of(PROJECT.resolve("README.md")), docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    /** Each module's settings. */
    static List<Path> settings() throws IOException {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.flatMap(module -> Stream.of("application.yml", "service.yml")
                            .map(name -> module.resolve("src/main/resources").resolve(name)))
                    .filter(Files::exists)
                    .toList();
        }
    }
}
