package io.consumo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Signals that Java itself cannot send. */
final class Signals {

    private Signals() {}

    static void stop(List<ProcessHandle> processes) {
        send("STOP", processes);
    }

    static void goOn(List<ProcessHandle> processes) {
        send("CONT", processes);
    }

    /** Some may have ended meanwhile, which kill complains about after it has signalled the others. */
    private static void send(String signal, List<ProcessHandle> processes) {
        String pids = processes.stream().map(one -> String.valueOf(one.pid())).collect(Collectors.joining(" "));
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pids + " 2>/dev/null").start();
            kill.onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
