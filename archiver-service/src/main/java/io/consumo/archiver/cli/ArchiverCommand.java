package io.consumo.archiver.cli;

import io.consumo.archiver.archive.domain.DueDays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code archiver}: asks the running service. */
@Command(
        name = "archiver",
        description = "Archives the days that lie beyond the active window.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  archiver --dry-run                  what would go now; changes nothing",
            "  archiver --dry-run --older-than 60  only what is older than 60 days",
            "  archiver --dry-run --json           the same for scripts",
            "",
            "Exit code: 0 done, 1 the service could not do it, 2 wrong options or not built yet."
        })
final class ArchiverCommand implements Callable<Integer> {

    private final ArchiverClient client;

    @Option(names = "--dry-run", description = "List what would be archived; change nothing.")
    private boolean dryRun;

    @Option(names = "--verify", description = "Read archived days back (comes in a later version).")
    private boolean verify;

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            converter = DaysConverter.class,
            description = "Only days before today minus DAYS; at least the active window, which is the default.")
    private @Nullable Integer olderThan;

    @Option(names = "--json", description = "Print JSON instead of a table.")
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
        if (verify) {
            return CommandLines.notYet(
                    spec, "Verifying", "There is no archive yet: archiver --dry-run shows what would go.");
        }
        if (!dryRun) {
            return CommandLines.notYet(spec, "Archiving", "To see what would go: archiver --dry-run");
        }
        String answer = due();
        if (json) {
            spec.commandLine().getOut().println(answer);
        } else {
            DueDaysTable.print(
                    ArchiverClient.read(answer, DueDays.class),
                    spec.commandLine().getOut());
        }
        return 0;
    }

    /** Only the service knows the window, so only it can refuse a number of days that reaches into it. */
    private String due() {
        try {
            return client.get("/internal/archive/due" + (olderThan == null ? "" : "?olderThan=" + olderThan));
        } catch (ArchiverRefused e) {
            if (e.status() == 400) {
                throw new ParameterException(
                        spec.commandLine(), "Invalid value for option '--older-than': " + e.detail(), e);
            }
            throw e;
        }
    }
}
