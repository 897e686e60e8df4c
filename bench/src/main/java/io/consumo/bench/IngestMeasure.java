package io.consumo.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;

/**
 * Watches the consumers work a filled topic off, from the first batch that they commit to the last, until months and
 * cases have followed too. All readings must be stored then.
 */
final class IngestMeasure {

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int LOOK_EVERY_MILLIS = 50;
    private static final double KILL_AT = 0.7;
    private static final List<String> BESIDE =
            List.of(Ceilings.KAFKA_TOOL, Ceilings.COPY, Ceilings.PARSING, Straightforward.NAME);

    private final Installed installed;
    private final Results results;
    private final String part;
    private final String name;
    private final OptionalLong killed;

    /** @param killed a consumer's process that gets SIGKILL when 30 % are stored */
    IngestMeasure(Installed installed, Results results, String part, String name, OptionalLong killed) {
        this.installed = installed;
        this.results = results;
        this.part = part;
        this.name = name;
        this.killed = killed;
    }

    void run(String prefix, long sent) throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Progress progress = new Progress(installed)) {
            long before = total(progress.lag());
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            // From here on the consumers may go on: a warm one is soon done.
            System.out.println("watching");
            Map<Integer, Long> lag = progress.lag();
            while (total(lag) == before) {
                pause(giveUpAt);
                lag = progress.lag();
            }
            long measured = total(lag);
            long begun = System.nanoTime();
            ProcessorTime processors = ProcessorTime.soFar(installed.home());
            long storedAt = watch(progress, measured, giveUpAt);
            while (progress.hasMarks()) {
                pause(giveUpAt);
            }
            long followedAt = System.nanoTime();
            requireAll(progress.stored(prefix), sent);
            results.add(new Figure(
                    part,
                    name + ": in PostgreSQL",
                    measured / seconds(begun, storedAt),
                    "readings/s",
                    besideOne("in PostgreSQL")));
            results.add(new Figure(
                    part,
                    name + ": months and cases too",
                    measured / seconds(begun, followedAt),
                    "readings/s",
                    isOfSeveral() ? besideOne("months and cases too") : BESIDE));
            results.add(new Figure(
                    part, name + ": cases", Cases.of(installed, prefix).size(), "cases"));
            tell(ProcessorTime.soFar(installed.home()).microsSince(processors, measured));
        }
    }

    private boolean isOfSeveral() {
        return part.equals("consumers");
    }

    /** What several consumers do is set against what one of them did. */
    private List<String> besideOne(String what) {
        return isOfSeveral() ? List.of("1 consumer: " + what) : List.of();
    }

    /**
     * What the parts need tells what would have to become cheaper, or go to a machine of its own. Of consumers of which
     * one was killed it is not known.
     */
    private void tell(Map<String, Double> micros) throws IOException {
        for (Map.Entry<String, Double> one : micros.entrySet()) {
            if (killed.isEmpty() || !one.getKey().equals("consumer")) {
                results.add(new Figure(
                        part, name + ": processor time of " + one.getKey(), one.getValue(), "µs/reading", List.of()));
            }
        }
    }

    /** Returns when all was stored. */
    private long watch(Progress progress, long measured, long giveUpAt)
            throws IOException, InterruptedException, ExecutionException {
        Map<Integer, Long> movedAt = new HashMap<>();
        Map<Integer, Long> last = progress.lag();
        long killedAt = 0;
        long standstill = 0;
        while (total(last) > 0) {
            pause(giveUpAt);
            Map<Integer, Long> lag = progress.lag();
            long now = System.nanoTime();
            if (killed.isPresent() && killedAt == 0 && total(lag) < KILL_AT * measured) {
                ProcessHandle.of(killed.getAsLong())
                        .orElseThrow(() -> new IllegalStateException("The consumer to be killed does not run"))
                        .destroyForcibly();
                killedAt = now;
            }
            for (Map.Entry<Integer, Long> one : lag.entrySet()) {
                boolean moved = !one.getValue().equals(last.get(one.getKey()));
                long since = movedAt.merge(one.getKey(), now, (old, newer) -> moved ? newer : old);
                if (killedAt > 0 && one.getValue() > 0) {
                    standstill = Math.max(standstill, now - Math.max(since, killedAt));
                }
            }
            last = lag;
        }
        if (killed.isPresent()) {
            results.add(new Figure(part, name + ": longest standstill of a partition", standstill / 1e9, "s"));
        }
        return System.nanoTime();
    }

    private static void requireAll(long stored, long sent) {
        if (stored != sent) {
            throw new IllegalStateException("%,d readings were sent, %,d are stored".formatted(sent, stored));
        }
    }

    private static long total(Map<Integer, Long> lag) {
        return lag.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static void pause(long giveUpAt) throws InterruptedException {
        if (System.nanoTime() > giveUpAt) {
            throw new IllegalStateException("Not done after " + PATIENCE.toMinutes() + " minutes");
        }
        Thread.sleep(LOOK_EVERY_MILLIS);
    }
}
