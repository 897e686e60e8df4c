package io.consumo.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processor time that each part of an installation has taken, all its processes together. */
record ProcessorTime(Map<String, Duration> byPart) {

    /** Of an installation's folder. As the scripts name what they start; further consumers have a number. */
    static ProcessorTime soFar(String home) {
        Pattern named = Pattern.compile("-Dconsumo\\.part=" + Pattern.quote(home) + ":([a-z]+)");
        Map<String, Duration> byPart = new TreeMap<>();
        ProcessHandle.allProcesses().forEach(process -> {
            String command = commandOf(process);
            Matcher part = named.matcher(command);
            if (part.find()) {
                add(byPart, part.group(1), Stream.of(process));
            } else if (command.contains("-D " + home + "/postgres/cluster")) {
                add(byPart, "postgres", Stream.concat(Stream.of(process), process.descendants()));
            }
        });
        return new ProcessorTime(byPart);
    }

    /** What has been added to it since then, divided by how much was done, in microseconds. */
    Map<String, Double> microsSince(ProcessorTime before, long count) {
        Map<String, Double> each = new TreeMap<>();
        byPart.forEach((part, time) -> each.put(
                part,
                time.minus(before.byPart.getOrDefault(part, Duration.ZERO)).toNanos() / 1e3 / count));
        return each;
    }

    private static void add(Map<String, Duration> byPart, String part, Stream<ProcessHandle> processes) {
        processes.forEach(
                process -> byPart.merge(part, process.info().totalCpuDuration().orElse(Duration.ZERO), Duration::plus));
    }

    private static String commandOf(ProcessHandle process) {
        return String.join(
                " ",
                process.info()
                        .arguments()
                        .map(Stream::of)
                        .orElse(Stream.empty())
                        .toArray(String[]::new));
    }
}
