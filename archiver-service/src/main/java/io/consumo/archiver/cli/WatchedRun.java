package io.consumo.archiver.cli;

import io.consumo.model.api.ArchiveRun;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Watches an operation until it is over: a bar on a terminal, else a line for each day, or only its JSON in the end. */
final class WatchedRun {

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final int BAR = 30;
    private static final String RUNNING = "RUNNING";

    private final ArchiverClient client;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private String lastTold = "";

    WatchedRun(ArchiverClient client, CommandSpec spec, boolean json) {
        this.client = client;
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.json = json;
    }

    /**
     * Returns the command's exit code.
     *
     * @param started the service's answer to the order
     */
    int watch(String started) {
        String answer = started;
        ArchiveRun run = ArchiverClient.read(answer, ArchiveRun.class);
        while (run.state().equals(RUNNING)) {
            tell(run);
            pause();
            answer = client.get("/internal/archive/runs/" + run.id());
            run = ArchiverClient.read(answer, ArchiveRun.class);
        }
        if (json) {
            out.println(answer);
        } else {
            tellEnd(run);
        }
        return run.state().equals("DONE") ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void tell(ArchiveRun run) {
        if (json || run.day() == null) {
            return;
        }
        String step =
                run.day() + " " + Objects.requireNonNullElse(run.step(), "").toLowerCase(Locale.ROOT);
        if (terminal) {
            int filled = run.total() == 0 ? 0 : Math.min(BAR, BAR * run.done() / run.total());
            err.printf(
                    "\r[%s%s] %d of %d days  %s   ",
                    "#".repeat(filled), " ".repeat(BAR - filled), run.done(), run.total(), step);
            err.flush();
        } else if (!run.day().toString().equals(lastTold)) {
            lastTold = run.day().toString();
            err.println(step + " (" + (run.done() + 1) + " of " + run.total() + ")");
        }
    }

    private void tellEnd(ArchiveRun run) {
        if (terminal) {
            err.print("\r" + " ".repeat(BAR * 3) + "\r");
            err.flush();
        }
        run.problems().forEach(problem -> err.println("Not done: " + problem));
        if (run.problems().isEmpty() && run.error() != null) {
            err.println(run.error());
        }
        out.println(Figures.count(run.done(), "day") + ", " + Figures.count(run.rows(), "row") + ", "
                + Figures.megabytes(run.bytes()) + " MB " + what(run.kind()) + seconds(run));
    }

    private static String what(String kind) {
        return switch (kind) {
            case "ARCHIVE" -> "freed in PostgreSQL";
            case "ERASE" -> "freed";
            default -> "read";
        };
    }

    private static String seconds(ArchiveRun run) {
        return run.finishedAt() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %.1f s",
                        Duration.between(run.startedAt(), run.finishedAt()).toMillis() / 1000.0);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the service goes on", e);
        }
    }
}
