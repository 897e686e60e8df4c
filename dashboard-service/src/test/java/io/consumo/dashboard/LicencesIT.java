package io.consumo.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever adds a library is told to look at its licence. */
class LicencesIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern LIBRARY = Pattern.compile("BOOT-INF/lib/(.+?)-\\d[^/]*\\.jar");

    /** None reaches into what only uses the library. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EDL-1.0",
            "EPL-2.0",
            "EPL-2.0 or EDL-1.0",
            "EPL-2.0 or LGPL-2.1",
            "EPL-2.0 or GPL-2.0 with classpath exception",
            "CC0-1.0 or BSD-2-Clause",
            "CDDL-1.1 and Apache-2.0",
            "CDDL-1.1 or GPL-2.0 with classpath exception");

    @Test
    void everyLibraryOfEveryPackagedServiceHasOneThatIsAllowed() throws IOException {
        Map<String, String> listed = ROW.matcher(Files.readString(PROJECT.resolve("docs/LICENCES.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));

        Set<String> libraries = libraries();

        assertThat(libraries).hasSizeGreaterThan(50);
        assertThat(listed.keySet()).as("docs/LICENCES.md").containsAll(libraries);
        assertThat(ALLOWED).containsAll(listed.values());
    }

    /** Of the services that this build has packaged; this one comes last. */
    private static Set<String> libraries() throws IOException {
        Set<String> libraries = new TreeSet<>();
        try (DirectoryStream<Path> services = Files.newDirectoryStream(PROJECT, "*-service")) {
            for (Path service : services) {
                if (!Files.isDirectory(service.resolve("target"))) {
                    continue;
                }
                try (DirectoryStream<Path> jars =
                        Files.newDirectoryStream(service.resolve("target"), "*-service-*.jar")) {
                    for (Path jar : jars) {
                        libraries.addAll(librariesOf(jar));
                    }
                }
            }
        }
        return libraries;
    }

    private static Set<String> librariesOf(Path jar) throws IOException {
        try (JarFile packaged = new JarFile(jar.toFile())) {
            return packaged.stream()
                    .map(entry -> LIBRARY.matcher(entry.getName()))
                    .filter(matcher -> matcher.matches() && !matcher.group(1).startsWith("common-"))
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
