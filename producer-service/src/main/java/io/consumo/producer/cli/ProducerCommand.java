package io.consumo.producer.cli;

import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.FeedReadings;
import io.consumo.producer.feed.FeedSchedule;
import io.consumo.producer.feed.ImportFile;
import io.consumo.producer.feed.ReadingPublisher;
import io.consumo.producer.feed.StoredDays;
import io.consumo.producer.feed.domain.Meters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code producer}: simulated readings and CSV files into the system. */
@Command(
        name = "producer",
        mixinStandardHelpOptions = true,
        version = "Consumo producer",
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Sends readings: simulated ones, or those of a CSV file.",
        synopsisHeading = "%n",
        customSynopsis = {"Usage: producer MODE [OPTIONS]", "       producer csv FILE [OPTIONS]"},
        parameterListHeading = "%nWhat to do:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was done", "1:something failed, or lines of the file were bad", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  producer --mode once --clients 50",
            "  producer backfill --days 60 --anomalies 0.05",
            "  producer continuous --speedup 3600",
            "  producer csv readings.csv.gz --client-column meter_id",
            "  cat day.csv | producer csv - --shift-to-now"
        })
final class ProducerCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..2",
            paramLabel = "MODE [FILE]",
            description = {
                "once: the day after the newest stored one of each client, up to yesterday.",
                "backfill: the last --days days.",
                "continuous: each meter's reading when its interval ends.",
                "csv FILE: a file, plain or gzip; - is standard input."
            })
    private List<String> words = new ArrayList<>();

    @Option(names = "--mode", paramLabel = "MODE", description = "The same as the word MODE.")
    private @Nullable String modeOption;

    @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
    private boolean json;

    @ArgGroup(validate = false, heading = "%nSimulated meters:%n")
    private @Nullable SimulationOptions simulation;

    @ArgGroup(validate = false, heading = "%nCSV files:%n")
    private @Nullable CsvOptions csv;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ProducerCommand())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    wrong.getCommandLine().getErr().println("producer: " + wrong.getMessage());
                    wrong.getCommandLine().getErr().println("Try: producer --help");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    line.getErr().println("producer: " + Failure.inOneSentence(exception));
                    return FAILED;
                });
    }

    @Override
    public Integer call() throws Exception {
        Mode mode = mode();
        SimulationOptions simulated = Optional.ofNullable(simulation).orElseGet(SimulationOptions::new);
        requireMeaningful(mode, simulated);
        Output output = new Output(json, line().getOut(), line().getErr());
        try (ConfigurableApplicationContext context = FeedWiring.start()) {
            FeedProperties settings = context.getBean(FeedProperties.class);
            context.getBean(StoredDays.class).await(settings.patience());
            context.getBean(ReadingPublisher.class).prepare();
            return mode == Mode.CSV
                    ? csv(context.getBean(ImportFile.class), simulated.minutes, output)
                    : simulate(mode, context, simulated, simulated.meters(settings), output);
        }
    }

    private static int simulate(
            Mode mode, ConfigurableApplicationContext context, SimulationOptions options, Meters meters, Output output)
            throws InterruptedException {
        if (mode == Mode.CONTINUOUS) {
            FeedSchedule schedule = context.getBean(FeedSchedule.class);
            schedule.run(
                    meters,
                    schedule.startOfDay(meters, options.days(mode)),
                    options.speedup,
                    (start, readings) -> output.interval(start.atZone(meters.zone()), readings));
        }
        FeedReadings feed = context.getBean(FeedReadings.class);
        try (var progress = output.progress("Sending", "readings")) {
            return output.sent(
                    mode,
                    mode == Mode.ONCE
                            ? feed.once(meters, options.anomalies, progress)
                            : feed.backfill(meters, options.days(mode), options.anomalies, progress));
        }
    }

    private int csv(ImportFile importFile, @Nullable Integer minutes, Output output) throws IOException {
        CsvOptions options = Optional.ofNullable(csv).orElseGet(CsvOptions::new);
        try (var progress = output.progress("Reading", "bytes");
                BadLines badLines = new BadLines(output, options.badLines)) {
            String name = words.getLast();
            ImportFile.Imported imported = name.equals("-")
                    ? importFile.stream(System.in, options.form(minutes), options.shiftToNow, progress, badLines)
                    : importFile.file(Path.of(name), options.form(minutes), options.shiftToNow, progress, badLines);
            return output.imported(imported, badLines);
        }
    }

    /** The mode, from the option or the first word; what is left of the words is the file's name. */
    private Mode mode() {
        String name = modeOption != null ? modeOption : words.isEmpty() ? null : words.removeFirst();
        if (name == null) {
            throw wrong("Say what to do: " + Mode.names() + ". See producer --help");
        }
        Mode mode = Mode.named(name)
                .orElseThrow(() -> wrong("--mode must be one of " + Mode.names() + ", was '" + name + "'"));
        int files = mode == Mode.CSV ? 1 : 0;
        if (words.size() != files) {
            throw wrong(mode == Mode.CSV ? "csv needs one FILE, or - for standard input" : mode + " takes no " + words);
        }
        return mode;
    }

    private void requireMeaningful(Mode mode, SimulationOptions simulated) {
        for (CommandLine.Model.OptionSpec option : parsed().matchedOptions()) {
            if (!mode.allows(option.longestName())) {
                throw wrong(option.longestName() + " has no meaning for " + mode + ", only for "
                        + Mode.modesOf(option.longestName()));
            }
        }
        simulated.problem(mode).ifPresent(problem -> {
            throw wrong(problem);
        });
        String file = mode == Mode.CSV ? words.getLast() : "-";
        if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
            throw wrong("cannot read the file " + file);
        }
    }

    private CommandLine.ParseResult parsed() {
        return line().getParseResult();
    }

    private CommandLine line() {
        return Optional.ofNullable(spec).orElseThrow().commandLine();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(line(), message);
    }
}
