package io.consumo.consumer.cli;

import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.file.ShownProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Has the running consumer try a changed rule on the stored days. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = {
            "Judges the stored days by a changed rule and by the live ones, and tells which cases it would find and lose."
                    + " Nothing live is touched.",
            "The consumer must run. It is reached at CONSUMO_CONSUMER_URL."
        })
final class BacktestCommand implements Callable<Integer> {

    private static final long LOOK_EVERY_MILLIS = 300;
    private static final int SHOWN = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--rule", required = true, paramLabel = "RULE", description = "For instance fraud.drop.")
    private String rule = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A threshold as it is tried; can be given several times.")
    private Map<String, Double> thresholds = Map.of();

    @Option(names = "--off", description = "Try without the rule.")
    private boolean off;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "Compare cases from this day; default the window's first.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Compare cases up to this day; default yesterday.")
    private @Nullable LocalDate to;

    @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        if (thresholds.isEmpty() && !off) {
            throw new ParameterException(command.commandLine(), "--set NAME=VALUE or --off says what is tried");
        }
        PrintWriter out = command.commandLine().getOut();
        RunningConsumer consumer = RunningConsumer.found();
        Backtest begun = consumer.post(
                "/internal/backtests",
                new BacktestRequest(
                        Map.of(
                                rule.toLowerCase(Locale.ROOT),
                                new BacktestRequest.Trial(off ? Boolean.FALSE : null, thresholds)),
                        from,
                        to),
                Backtest.class);
        Backtest ended = awaited(consumer, begun, command.commandLine().getErr());
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(ended));
        } else {
            print(ended, out);
        }
        out.flush();
        return ended.outcome() == null ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Backtest awaited(RunningConsumer consumer, Backtest begun, PrintWriter err)
            throws IOException, InterruptedException {
        Backtest now = begun;
        try (ShownProgress progress =
                json ? ShownProgress.hidden() : ShownProgress.of("Judging", "clients", err::println)) {
            progress.expect(begun.clients());
            while (now.state().equals("RUNNING")) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                now = consumer.get("/internal/backtests/" + begun.id(), Backtest.class);
                progress.at(now.clientsDone());
            }
        }
        return now;
    }

    private static void print(Backtest ended, PrintWriter out) {
        Backtest.Outcome outcome = ended.outcome();
        if (outcome == null) {
            out.printf("The backtest failed: %s%n", ended.error());
            return;
        }
        out.printf("Cases from %s to %s, %,d clients%n%n", ended.from(), ended.to(), ended.clientsDone());
        out.printf("%-16s %8s %8s%n", "rule", "now", "tried");
        outcome.casesNow().keySet().stream().sorted().forEach(key -> row(outcome, key, out));
        outcome.casesTried().keySet().stream()
                .filter(key -> !outcome.casesNow().containsKey(key))
                .sorted()
                .forEach(key -> row(outcome, key, out));
        Backtest.Closed closed = outcome.closed();
        out.printf(
                "%nfound %d, lost %d; of confirmed cases %d kept and %d lost, of dismissed ones %d kept and %d avoided%n",
                outcome.foundCount(),
                outcome.lostCount(),
                closed.confirmedKept(),
                closed.confirmedLost(),
                closed.dismissedKept(),
                closed.dismissedAvoided());
        outcome.found().stream().limit(SHOWN).forEach(one -> line("found", one, out));
        outcome.lost().stream().limit(SHOWN).forEach(one -> line("lost ", one, out));
    }

    private static void row(Backtest.Outcome outcome, String key, PrintWriter out) {
        out.printf(
                "%-16s %8d %8d%n",
                key,
                outcome.casesNow().getOrDefault(key, 0),
                outcome.casesTried().getOrDefault(key, 0));
    }

    private static void line(String what, Backtest.Case one, PrintWriter out) {
        out.printf(
                "%s  %-16s %-14s %3d  %s to %s%s%n",
                what,
                one.clientId(),
                one.subtype() == null ? one.type() : one.type() + "." + one.subtype(),
                one.score(),
                one.firstDay(),
                one.lastDay(),
                one.status() == null ? "" : "  " + one.status());
    }
}
