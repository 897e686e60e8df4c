package io.consumo.bench;

import io.consumo.bench.Meters.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** One step of {@code ./start.sh bench}, which starts and stops what is measured: {@code Bench FILE STEP ARGUMENT...}. */
public final class Bench {

    private final Installed installed = Installed.ofEnvironment();
    private final Results results;

    private Bench(Path file) {
        this.results = new Results(file);
    }

    public static void main(String[] args) throws Exception {
        new Bench(Path.of(args[0])).run(args[1], List.of(args).subList(2, args.length));
    }

    private void run(String step, List<String> given) throws Exception {
        switch (step) {
            // ORDER PREFIX CLIENTS DAYS: prints how many readings were sent
            case "fill" ->
                System.out.println(fill(
                        Order.valueOf(given.get(0).toUpperCase(Locale.ROOT)),
                        meters(given.get(1), given.get(2), given.get(3))));
            // PART NAME PREFIX SENT [PID]: says when it watches
            case "ingest" ->
                new IngestMeasure(
                                installed,
                                results,
                                given.get(0),
                                given.get(1),
                                given.size() > 4 ? OptionalLong.of(Long.parseLong(given.get(4))) : OptionalLong.empty())
                        .run(given.get(2), Long.parseLong(given.get(3)));
            // CONSUMERS
            case "share" -> {
                try (Progress progress = new Progress(installed)) {
                    progress.awaitShares(Integer.parseInt(given.getFirst()));
                }
            }
            // PREFIX PREFIX...
            case "cases" -> Cases.requireSame(installed, given);
            // PREFIX READINGS SECONDS
            case "ceilings" -> {
                new Ceilings(installed, results).run(given.get(0), Long.parseLong(given.get(1)));
                new Straightforward(installed, results).run(Duration.ofSeconds(Long.parseLong(given.get(2))));
            }
            // PREFIX CLIENTS DAYS RATE
            case "latency" ->
                new CaseLatency(installed, results)
                        .run(meters(given.get(0), given.get(1), given.get(2)), Integer.parseInt(given.get(3)));
            // CLIENTS
            case "api" -> new ApiLatency(installed, results, Integer.parseInt(given.get(0))).run();
            case "months" -> new YearOfMonths(installed, results).run();
            case "single" -> new SingleReadings(installed, results).run();
            // DAYS LOG_OF_COLLECTIONS
            case "export" ->
                new ExportMemory(installed, results, Path.of(given.get(1))).run(Integer.parseInt(given.get(0)));
            case "sizes" -> new Sizes(installed, results).run();
            // PART NAME VALUE UNIT
            case "note" ->
                results.add(new Figure(given.get(0), given.get(1), Double.parseDouble(given.get(2)), given.get(3)));
            case "report" -> System.out.println(given.contains("--json") ? results.json() : results.table());
            default -> throw new IllegalArgumentException("There is no step " + step);
        }
    }

    /** Their last day is the day before yesterday, so that a whole day can still be sent. */
    private Meters meters(String prefix, String clients, String days) {
        return new Meters(
                prefix,
                Integer.parseInt(clients),
                Integer.parseInt(days),
                LocalDate.now(installed.zone()).minusDays(2),
                installed.zone());
    }

    private long fill(Order order, Meters meters) throws Exception {
        try (TopicFiller topic = new TopicFiller(installed)) {
            meters.each(order, topic::send);
            return topic.flush();
        }
    }
}
