package io.consumo.consumer.cli;

import io.consumo.consumer.evaluate.EvaluateFile;
import io.consumo.consumer.evaluate.Evaluation;
import io.consumo.consumer.evaluate.Split;
import io.consumo.model.ReadingRules;
import io.consumo.model.file.CsvFormOptions;
import io.consumo.model.file.ReadingFile.UnknownForm;
import io.consumo.model.file.ShownProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures on a file of known anomalies what the engine finds, without any store. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = {
            "Runs the engine that runs live over a file whose anomalies are known, and prints what it finds and what it"
                    + " takes for one. No service or store is needed.",
            "Found is a case of MEDIUM or above that opens within the injected span and does not begin before it."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "READINGS", description = "CSV file of readings, plain or gzip.")
    private Path readings = Path.of("");

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "TRUTH",
            description = "CSV file: meter_id (or client_id), kind, start_day, end_day, is_anomaly.")
    private Path truth = Path.of("");

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of the readings; default CONSUMO_ZONE.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            defaultValue = "0.65",
            description = "From where on days count: a day as yyyy-mm-dd, or a fraction of each client's own days;"
                    + " default ${DEFAULT-VALUE}.")
    private String split = "";

    @Option(names = "--minutes", paramLabel = "N", description = "Length of the intervals: 15, 30 or 60.")
    private @Nullable Integer minutes;

    @Mixin
    private CsvFormOptions form = new CsvFormOptions();

    @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        ServiceSettings settings = ServiceSettings.read();
        ReadingRules rules = new ReadingRules(
                Optional.ofNullable(zone)
                        .orElseGet(() -> settings.installation().zone()),
                ReadingRules.DEFAULT_PLAUSIBLE_MAXIMUM,
                InstantSource.system());
        EvaluateFile evaluate = new EvaluateFile(settings.detector(), rules);
        Evaluation evaluation = evaluate(evaluate, task(command), err);
        out.print(json ? EvaluationJson.of(evaluation) + System.lineSeparator() : EvaluationText.of(evaluation));
        out.flush();
        return 0;
    }

    private Evaluation evaluate(EvaluateFile evaluate, EvaluateFile.Task task, PrintWriter err) throws IOException {
        try (ShownProgress progress =
                json ? ShownProgress.hidden() : ShownProgress.of("Judging", "bytes", err::println)) {
            return evaluate.evaluate(task, progress);
        }
    }

    private EvaluateFile.Task task(CommandSpec command) {
        try {
            for (Path file : new Path[] {readings, truth}) {
                if (!Files.isReadable(file)) {
                    throw new IllegalArgumentException("there is no file " + file);
                }
            }
            return new EvaluateFile.Task(readings, form.form(minutes), truth, Split.parse(split));
        } catch (IllegalArgumentException | UnknownForm e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
