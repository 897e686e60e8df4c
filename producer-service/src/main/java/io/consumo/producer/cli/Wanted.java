package io.consumo.producer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the words of a command line ask for.
 *
 * @param file of the modes csv and verify, {@code -} for standard input; empty for the others
 */
record Wanted(Mode mode, Optional<String> file) {

    /**
     * Takes the mode from its option or the first word, and the file from the next.
     *
     * @throws IllegalArgumentException saying what may stand there
     */
    static Wanted of(@Nullable String modeOption, List<String> words) {
        List<String> left = new ArrayList<>(words);
        if (modeOption == null && left.isEmpty()) {
            throw new IllegalArgumentException("Say what to do: " + Mode.names());
        }
        String name = modeOption == null ? left.removeFirst() : modeOption;
        Mode mode = Mode.named(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("--mode must be one of " + Mode.names() + ", was '" + name + "'"));
        if (mode.takesFile()) {
            return new Wanted(mode, Optional.of(file(mode, left)));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(mode + " takes no " + left);
        }
        return new Wanted(mode, Optional.empty());
    }

    private static String file(Mode mode, List<String> words) {
        if (words.size() != 1) {
            throw new IllegalArgumentException(mode + " needs one FILE, or - for standard input");
        }
        String file = words.getFirst();
        if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException("cannot read the file " + file);
        }
        return file;
    }

    /** @throws IllegalArgumentException naming the first option that means nothing for the mode */
    void requireMeaningful(List<OptionSpec> options) {
        options.stream()
                .map(OptionSpec::longestName)
                .filter(option -> !mode.allows(option))
                .findFirst()
                .ifPresent(option -> {
                    throw new IllegalArgumentException(
                            option + " has no meaning for " + mode + ", only for " + Mode.modesOf(option));
                });
    }
}
