package io.consumo.consumer.cli;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code consumer}: what an operator may need to do to stored readings. */
@Command(
        name = "consumer",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        header = "Looks after what was stored.",
        subcommands = {RebuildCommand.class, DeadLettersCommand.class, EvaluateCommand.class, BacktestCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all was done", "1:something failed", "2:wrong usage"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  consumer rebuild                    months and cases of all stored days",
            "  consumer rebuild --client C-000042 --from 2026-10-01",
            "  consumer dead-letters               what was refused, and why",
            "  consumer dead-letters --replay      sends it again, for instance after a setting was mended",
            "  consumer backtest --rule fraud.drop --set fallPercent=45",
            "  consumer evaluate readings.csv.gz --truth truth.csv --zone UTC"
        })
final class ConsumerCommand {

    private ConsumerCommand() {}

    public static void main(String[] args) {
        // What goes wrong is told by the command, in one sentence.
        LoggingSystem.get(ConsumerCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        System.exit(new CommandLine(new ConsumerCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args));
    }
}
