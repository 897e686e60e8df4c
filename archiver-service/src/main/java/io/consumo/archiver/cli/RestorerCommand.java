package io.consumo.archiver.cli;

import io.consumo.model.api.ArchiveRestore;
import io.consumo.model.api.RestorePreview;
import io.consumo.model.api.RestoreRequest;
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

/** The command {@code restorer}: has the running service load archived days back, or end that. */
@Command(
        name = "restorer",
        description = "Loads archived days back beside the live ones, for a while.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  restorer --list           what was loaded back, and until when it stays",
            "  restorer --from 2026-09-01 --to 2026-09-30 --client C-000042",
            "                            a client's September",
            "  restorer --from 2026-09-01 --to 2026-09-30 --dry-run",
            "                            what loading all clients would bring",
            "  restorer --release 7      end a restore and free its room",
            "  restorer --list --json    for scripts",
            "",
            "Exit code: 0 all was done, 1 something could not be done, 2 wrong options."
        })
final class RestorerCommand implements Callable<Integer> {

    private final ArchiverClient client;

    @Option(names = "--list", description = "List the restores.")
    private boolean list;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = DayConverter.class,
            description = "First day to load back.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", converter = DayConverter.class, description = "Last day to load back.")
    private @Nullable LocalDate to;

    @Option(names = "--client", paramLabel = "ID", description = "Only this client; all by default.")
    private @Nullable String clientId;

    @Option(names = "--dry-run", description = "Tell what would be loaded back; change nothing.")
    private boolean dryRun;

    @Option(names = "--release", paramLabel = "ID", description = "End a restore.")
    private @Nullable String release;

    @Option(names = "--json", description = "Print JSON instead of text.")
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
        boolean range = from != null || to != null;
        if ((list ? 1 : 0) + (range ? 1 : 0) + (release == null ? 0 : 1) != 1) {
            throw new ParameterException(spec.commandLine(), "Say one thing: --list, --from and --to, or --release");
        }
        if (release != null) {
            return release(release);
        }
        return range ? restore() : list();
    }

    private int release(String id) {
        if (!id.matches("\\d+")) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--release': restorer --list shows the ids");
        }
        client.delete("/internal/restores/" + id);
        spec.commandLine().getOut().println(json ? "{\"released\":\"" + id + "\"}" : "Restore " + id + " has ended.");
        return 0;
    }

    private int restore() {
        if (from == null || to == null || from.isAfter(to)) {
            throw new ParameterException(
                    spec.commandLine(), "--from and --to go together, and --from is not after --to");
        }
        RestoreRequest request = new RestoreRequest(from, to, clientId);
        if (!dryRun) {
            return new WatchedRun(client, spec, json).watch(client.post("/internal/restores", request));
        }
        String answer = client.post("/internal/restores/preview", request);
        if (json) {
            spec.commandLine().getOut().println(answer);
        } else {
            print(ArchiverClient.read(answer, RestorePreview.class));
        }
        return 0;
    }

    private void print(RestorePreview preview) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Would load " + Figures.count(preview.days(), "day") + ", "
                + Figures.count(preview.clients(), "client") + ", " + Figures.count(preview.rows(), "row")
                + ", for " + Figures.count(preview.expiresAfterDays(), "day") + ".");
        if (!preview.notArchived().isEmpty()) {
            out.println("Not archived: " + Figures.count(preview.notArchived().size(), "day") + " of the range, from "
                    + preview.notArchived().getFirst() + " to "
                    + preview.notArchived().getLast() + ".");
        }
        out.println("Dry run: nothing was changed.");
    }

    private int list() {
        String answer = client.get("/internal/restores");
        if (json) {
            spec.commandLine().getOut().println(answer);
        } else {
            print(List.of(ArchiverClient.read(answer, ArchiveRestore[].class)));
        }
        return 0;
    }

    private void print(List<ArchiveRestore> restores) {
        PrintWriter out = spec.commandLine().getOut();
        if (restores.isEmpty()) {
            out.println("There are no restores.");
            return;
        }
        TextTable table = new TextTable("id", "from", "to", "client", "state", "rows", "by", "expires", "released");
        for (ArchiveRestore restore : restores) {
            table.row(
                    restore.id(),
                    restore.fromDay().toString(),
                    restore.toDay().toString(),
                    Objects.requireNonNullElse(restore.clientId(), "all"),
                    restore.state(),
                    Figures.count(restore.rows()),
                    restore.createdBy(),
                    restore.expiresAt().toString(),
                    restore.releasedAt() == null ? "no" : restore.releasedAt().toString());
        }
        table.print(out);
    }
}
