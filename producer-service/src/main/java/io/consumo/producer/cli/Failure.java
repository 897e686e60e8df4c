package io.consumo.producer.cli;

import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.springframework.beans.BeansException;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;

/** Tells in one sentence why a command failed. */
final class Failure {

    private Failure() {}

    static String inOneSentence(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case ConfigurationPropertiesBindException wrong -> "a setting is wrong: " + root(wrong);
            case BeansException wrong -> root(wrong);
            default -> Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        };
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
