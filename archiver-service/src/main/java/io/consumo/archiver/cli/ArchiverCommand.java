package io.consumo.archiver.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.consumo.archiver.archive.domain.DueDays;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code archiver}: has the running service archive, verify or erase. */
@Command(
        name = "archiver",
        description = "Archives the days that lie beyond the active window.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  archiver                             archive what is due now",
            "  archiver --older-than 60             only what is older than 60 days",
            "  archiver --dry-run --older-than 60   what would go; changes nothing",
            "  archiver --verify                    read all archived days back",
            "  archiver --verify --from 2026-09-01  those since then",
            "  archiver --erase C-000042 --yes      forget a client everywhere, for ever",
            "  archiver --json                      the result for scripts",
            "",
            "Exit code: 0 all was done, 1 something could not be done, 2 wrong options."
        })
final class ArchiverCommand implements Callable<Integer> {

    private final ArchiverClient client;

    @Option(names = "--dry-run", description = "List what would be archived; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            converter = DaysConverter.class,
            description = "Only days before today minus DAYS; at least the active window, which is the default.")
    private @Nullable Integer olderThan;

    @Option(names = "--verify", description = "Read archived days back and compare them with their manifests.")
    private boolean verify;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "First day to verify; the first archived one by default.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "Last day to verify; the last archived one by default.")
    private @Nullable LocalDate to;

    @Option(
            names = "--erase",
            paramLabel = "CLIENT",
            description = "Forget a client: its readings, months, cases, and its rows in all files.")
    private @Nullable String erase;

    @Option(names = "--yes", description = "Do not ask before erasing; needed for it.")
    private boolean yes;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ArchiverCommand(ArchiverClient client) {
        this.client = client;
    }

    public static void main(String[] args) {
        System.exit(CommandLines.of(new ArchiverCommand(ArchiverClient.of(System.getenv())))
                .execute(args));
    }

    @Override
    public Integer call() {
        refuseContradictions();
        if (erase != null) {
            return watched(client.post("/internal/archive/erasures?client=" + URLEncoder.encode(erase, UTF_8)));
        }
        if (verify) {
            return watched(client.post("/internal/archive/verifications" + query("from", from, "to", to)));
        }
        if (dryRun) {
            return listDue();
        }
        return watched(asked(() -> client.post("/internal/archive/runs" + query("olderThan", olderThan))));
    }

    private void refuseContradictions() {
        if ((dryRun ? 1 : 0) + (verify ? 1 : 0) + (erase == null ? 0 : 1) > 1) {
            throw new ParameterException(spec.commandLine(), "--dry-run, --verify and --erase do not go together");
        }
        if (!verify && (from != null || to != null)) {
            throw new ParameterException(spec.commandLine(), "--from and --to are for --verify");
        }
        if (erase != null && !yes) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--erase cannot be undone: all that is stored of " + erase + " goes. Say --yes if that is meant.");
        }
    }

    private int watched(String started) {
        return new WatchedRun(client, spec, json).watch(started);
    }

    private int listDue() {
        String answer = asked(() -> client.get("/internal/archive/due" + query("olderThan", olderThan)));
        if (json) {
            spec.commandLine().getOut().println(answer);
        } else {
            DueDaysTable.print(
                    ArchiverClient.read(answer, DueDays.class),
                    spec.commandLine().getOut());
        }
        return 0;
    }

    private static String query(String name, @Nullable Object value) {
        return value == null ? "" : "?" + name + "=" + value;
    }

    private static String query(String name, @Nullable Object value, String other, @Nullable Object otherValue) {
        String first = query(name, value);
        return otherValue == null ? first : (first.isEmpty() ? "?" : first + "&") + other + "=" + otherValue;
    }

    /** Only the service knows the window, so only it can refuse a number of days that reaches into it. */
    private String asked(Supplier<String> question) {
        try {
            return question.get();
        } catch (ArchiverRefused e) {
            if (e.status() == 400) {
                throw new ParameterException(
                        spec.commandLine(), "Invalid value for option '--older-than': " + e.detail(), e);
            }
            throw e;
        }
    }
}
