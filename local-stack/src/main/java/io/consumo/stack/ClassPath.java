package io.consumo.stack;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this module's classes lie, and what the build put beside them. */
final class ClassPath {

    private ClassPath() {}

    /** The module's classes with the libraries of the stores. */
    static String ofTheStores() {
        Path libraries = besides("lib");
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    libraries + " is missing: build module local-stack first (mvn -am builds it along)");
        }
        return classes() + File.pathSeparator + libraries.resolve("*");
    }

    static Path besides(String name) {
        return classes().resolveSibling(name);
    }

    private static Path classes() {
        try {
            return Path.of(ClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
