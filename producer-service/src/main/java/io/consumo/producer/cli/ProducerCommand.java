package io.consumo.producer.cli;

import io.consumo.model.file.ReadingFile.Form;
import io.consumo.model.file.ShownProgress;
import io.consumo.producer.feed.FeedProperties;
import io.consumo.producer.feed.FeedReadings;
import io.consumo.producer.feed.FeedSchedule;
import io.consumo.producer.feed.ImportFile;
import io.consumo.producer.feed.ReadingPublisher;
import io.consumo.producer.feed.StoredDays;
import io.consumo.producer.feed.domain.Meters;
import io.consumo.producer.verify.VerifyFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        customSynopsis = {"Usage: producer MODE [OPTIONS]", "       producer csv|verify FILE [OPTIONS]"},
        parameterListHeading = "%nWhat to do:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all was done, nothing differs",
            "1:something failed, lines of the file were bad, or something differs",
            "2:wrong usage"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  producer --mode once --clients 50",
            "  producer backfill --days 60 --anomalies 0.05",
            "  producer continuous --speedup 3600",
            "  producer csv readings.csv.gz --client-column meter_id",
            "  cat day.csv | producer csv - --shift-to-now",
            "  producer verify readings.csv.gz --client-column meter_id"
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
                "csv FILE: a file, plain or gzip; - is standard input.",
                "verify FILE: compare a file that was sent with what the API tells of each day and month."
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
        SimulationOptions simulated = Optional.ofNullable(simulation).orElseGet(SimulationOptions::new);
        Wanted wanted = wanted(simulated);
        Output output = new Output(json, line().getOut(), line().getErr());
        try (ConfigurableApplicationContext context = FeedWiring.start()) {
            FeedProperties settings = context.getBean(FeedProperties.class);
            context.getBean(StoredDays.class).await(settings.patience());
            context.getBean(ReadingPublisher.class).prepare();
            Meters meters = simulated.meters(settings);
            return switch (wanted.mode()) {
                case ONCE -> once(context.getBean(FeedReadings.class), meters, simulated, output);
                case BACKFILL -> backfill(context.getBean(FeedReadings.class), meters, simulated, output);
                case CONTINUOUS -> continuous(context.getBean(FeedSchedule.class), meters, simulated, output);
                case CSV ->
                    csv(context.getBean(ImportFile.class), wanted.file().orElseThrow(), simulated.minutes, output);
                case VERIFY ->
                    verify(context.getBean(VerifyFile.class), wanted.file().orElseThrow(), simulated.minutes, output);
            };
        }
    }

    private Wanted wanted(SimulationOptions simulated) {
        try {
            Wanted wanted = Wanted.of(modeOption, words);
            wanted.requireMeaningful(line().getParseResult().matchedOptions());
            simulated.requireSensible(wanted.mode());
            return wanted;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int once(FeedReadings feed, Meters meters, SimulationOptions options, Output output) {
        try (ShownProgress progress = output.progress("Sending", "readings")) {
            return output.sent(Mode.ONCE, feed.once(meters, options.anomalies, progress));
        }
    }

    private static int backfill(FeedReadings feed, Meters meters, SimulationOptions options, Output output) {
        int days = options.days(Mode.BACKFILL);
        try (ShownProgress progress = output.progress("Sending", "readings")) {
            return output.sent(Mode.BACKFILL, feed.backfill(meters, days, options.anomalies, progress));
        }
    }

    /** Ends with the process. */
    private static int continuous(FeedSchedule schedule, Meters meters, SimulationOptions options, Output output)
            throws InterruptedException {
        schedule.run(
                meters,
                schedule.startOfDay(meters, options.days(Mode.CONTINUOUS)),
                options.speedup,
                (start, readings) -> output.interval(start.atZone(meters.zone()), readings));
        return CommandLine.ExitCode.OK;
    }

    private int csv(ImportFile importFile, String file, @Nullable Integer minutes, Output output) throws IOException {
        CsvOptions options = Optional.ofNullable(csv).orElseGet(CsvOptions::new);
        Form form = options.form(minutes);
        try (ShownProgress progress = output.progress("Reading", "bytes");
                BadLines badLines = new BadLines(output, options.badLines)) {
            ImportFile.Imported imported = file.equals("-")
                    ? importFile.stream(System.in, form, options.shiftToNow, progress, badLines)
                    : importFile.file(Path.of(file), form, options.shiftToNow, progress, badLines);
            return output.imported(imported, badLines);
        }
    }

    private int verify(VerifyFile verifyFile, String file, @Nullable Integer minutes, Output output)
            throws IOException, InterruptedException {
        Form form = Optional.ofNullable(csv).orElseGet(CsvOptions::new).form(minutes);
        output.warn("Waiting until all that was sent is stored and followed up");
        verifyFile.awaitUpToDate();
        try (InputStream input =
                        file.equals("-") ? System.in : new BufferedInputStream(Files.newInputStream(Path.of(file)));
                ShownProgress progress = output.progress("Comparing", "client-days")) {
            Differences differences = new Differences(output);
            return output.verified(verifyFile.verify(input, form, progress, differences), differences);
        }
    }

    private CommandLine line() {
        return Optional.ofNullable(spec).orElseThrow().commandLine();
    }
}
