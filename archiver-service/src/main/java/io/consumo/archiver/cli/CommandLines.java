package io.consumo.archiver.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** How both commands tell what is wrong: one line, no stack trace. */
final class CommandLines {

    private CommandLines() {}

    static CommandLine of(Object command) {
        return new CommandLine(command)
                .setParameterExceptionHandler((e, args) -> wrongOptions(e))
                .setExecutionExceptionHandler((e, line, result) -> failed(e, line));
    }

    private static int wrongOptions(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        err.println("See " + e.getCommandLine().getCommandName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine line) {
        line.getErr().println(e instanceof ArchiverRefused || e instanceof ArchiverUnreachable ? e.getMessage() : e);
        return ExitCode.SOFTWARE;
    }
}
