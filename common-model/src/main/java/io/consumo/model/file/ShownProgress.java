package io.consumo.model.file;

import java.io.Console;
import java.util.Optional;
import java.util.function.Consumer;

/** Progress that is shown until it is closed. */
public interface ShownProgress extends Progress, AutoCloseable {

    @Override
    void close();

    /** A bar on a terminal, otherwise a line every few seconds. */
    static ShownProgress of(String task, String unit, Consumer<String> lines) {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                ? new TerminalProgress(task, unit)
                : new PlainProgress(task, unit, lines);
    }

    /** Shows nothing. */
    static ShownProgress hidden() {
        return new PlainProgress("", "", line -> {});
    }
}
