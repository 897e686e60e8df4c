package io.consumo.producer.cli;

import io.consumo.model.file.CsvFormOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of CSV files. */
final class CsvOptions extends CsvFormOptions {

    @Option(names = "--shift-to-now", description = "Move the file by whole days so that its last one is yesterday.")
    boolean shiftToNow;

    @Option(names = "--bad-lines", paramLabel = "FILE", description = "Write all bad lines' numbers and reasons here.")
    @Nullable
    Path badLines;
}
