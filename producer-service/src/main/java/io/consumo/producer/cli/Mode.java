package io.consumo.producer.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the command does, and which options have a meaning then. */
@SuppressWarnings("ImmutableEnumChecker") // The set is a copy that cannot be changed.
enum Mode {
    ONCE("--clients", "--seed", "--minutes", "--anomalies"),
    BACKFILL("--clients", "--days", "--seed", "--minutes", "--anomalies"),
    CONTINUOUS("--clients", "--days", "--seed", "--minutes", "--speedup"),
    CSV(
            "--minutes",
            "--client-column",
            "--start-column",
            "--kwh-column",
            "--minutes-column",
            "--quality-column",
            "--separator",
            "--decimal",
            "--shift-to-now",
            "--bad-lines"),
    VERIFY(
            "--minutes",
            "--client-column",
            "--start-column",
            "--kwh-column",
            "--minutes-column",
            "--quality-column",
            "--separator",
            "--decimal");

    private static final Set<String> FOR_ALL = Set.of("--mode", "--json", "--help", "--version");

    private final Set<String> options;

    Mode(String... options) {
        this.options = Set.of(options);
    }

    boolean takesFile() {
        return this == CSV || this == VERIFY;
    }

    boolean allows(String option) {
        return options.contains(option) || FOR_ALL.contains(option);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mode> named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Mode::toString).collect(Collectors.joining(", "));
    }

    static String modesOf(String option) {
        return Arrays.stream(values())
                .filter(mode -> mode.allows(option))
                .map(Mode::toString)
                .collect(Collectors.joining(" or "));
    }
}
