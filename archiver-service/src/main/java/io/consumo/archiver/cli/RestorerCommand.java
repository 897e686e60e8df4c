package io.consumo.archiver.cli;

import io.consumo.archiver.restore.Restore;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code restorer}: asks the running service. */
@Command(
        name = "restorer",
        description = "Loads archived days back beside the live ones, for a while.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  restorer --list         what was loaded back, and until when it stays",
            "  restorer --list --json  the same for scripts",
            "",
            "Exit code: 0 done, 1 the service could not do it, 2 wrong options or not built yet."
        })
final class RestorerCommand implements Callable<Integer> {

    private final ArchiverClient client;

    @Option(names = "--list", description = "List the restores.")
    private boolean list;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "First day to load back (comes in a later version).")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "Last day to load back (comes in a later version).")
    private @Nullable LocalDate to;

    @Option(names = "--client", paramLabel = "ID", description = "Only this client (comes in a later version).")
    private @Nullable String clientId;

    @Option(names = "--release", paramLabel = "ID", description = "End a restore (comes in a later version).")
    private @Nullable String release;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RestorerCommand(ArchiverClient client) {
        this.client = client;
    }

    public static void main(String[] args) {
        System.exit(CommandLines.of(new RestorerCommand(ArchiverClient.of(System.getenv())))
                .execute(args));
    }

    @Override
    public Integer call() {
        if (release != null) {
            return CommandLines.notYet(spec, "Releasing a restore", "To see restores: restorer --list");
        }
        if (from != null || to != null || clientId != null) {
            return CommandLines.notYet(spec, "Restoring", "To see restores: restorer --list");
        }
        if (!list) {
            throw new ParameterException(spec.commandLine(), "Say what to do: --list");
        }
        String answer = client.get("/internal/restores");
        if (json) {
            spec.commandLine().getOut().println(answer);
        } else {
            print(List.of(ArchiverClient.read(answer, Restore[].class)));
        }
        return 0;
    }

    private void print(List<Restore> restores) {
        PrintWriter out = spec.commandLine().getOut();
        if (restores.isEmpty()) {
            out.println("There are no restores.");
            return;
        }
        TextTable table = new TextTable("id", "from", "to", "client", "rows", "by", "expires", "released");
        for (Restore restore : restores) {
            table.row(
                    restore.id(),
                    restore.fromDay().toString(),
                    restore.toDay().toString(),
                    Objects.requireNonNullElse(restore.clientId(), "all"),
                    Figures.count(restore.rows()),
                    restore.createdBy(),
                    restore.expiresAt().toString(),
                    restore.releasedAt() == null ? "no" : restore.releasedAt().toString());
        }
        table.print(out);
    }
}
