package io.consumo.bench;

import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Reading;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Sends a day hour by hour at a steady rate; a few readings a second are each large enough to be a case. Measures from
 * the moment at which such a reading was due to be sent, so that a sender that is held up hides nothing, to the answer of
 * the API that lists its case, and beside it to a bare consumer's. The day's first hours warm up.
 */
final class CaseLatency {

    private static final String PART = "latency at %,d readings/s";
    private static final int SPIKES_A_SECOND = 4;
    private static final Energy SPIKE = Energy.ofKwh("300");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOOK_EVERY_MILLIS = 50;

    /** Before that, and of a smaller client, too little is usual for a reading to be called a spike. */
    private static final int FIRST_SLOT = 10;

    private static final double LEAST_SIZE = 0.5;

    /** Of the rate that was asked for: with less it is another measurement. */
    private static final double LEAST_RATE = 0.98;

    private final Installed installed;
    private final Results results;

    CaseLatency(Installed installed, Results results) {
        this.installed = installed;
        this.results = results;
    }

    /** @param meters whose history is stored up to their last day; their day after that is sent */
    void run(Meters meters, int perSecond) throws IOException, InterruptedException, ExecutionException {
        Map<String, Long> dueAt = new ConcurrentHashMap<>();
        Map<String, Double> seconds = new ConcurrentHashMap<>();
        Map<String, Double> bare;
        ApiAccess api = new ApiAccess(installed);
        double rate;
        try (TopicFiller topic = new TopicFiller(installed);
                Arrivals arrivals = new Arrivals(installed, dueAt);
                ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<Double> sending = sender.submit(() -> send(topic, meters, perSecond, dueAt));
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            while (!sending.isDone() || seconds.size() < dueAt.size()) {
                see(api, dueAt, seconds);
                if (!sending.isDone()) {
                    giveUpAt = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException("Only %d of %d cases are visible after %d s"
                            .formatted(seconds.size(), dueAt.size(), PATIENCE.toSeconds()));
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            rate = sending.get();
            bare = arrivals.seconds();
        }
        if (rate < LEAST_RATE * perSecond) {
            throw new IllegalStateException(
                    "Only %,.0f of %,d readings a second could be sent".formatted(rate, perSecond));
        }
        String part = PART.formatted(perSecond);
        tell(part, "reading to a bare consumer", bare, List.of());
        tell(part, "reading to case in the API", seconds, List.of("reading to a bare consumer"));
        results.add(new Figure(part, "cases measured", seconds.size(), ""));
        results.add(new Figure(part, "sent", rate, "readings/s"));
    }

    private void tell(String part, String name, Map<String, Double> seconds, List<String> beside) throws IOException {
        List<Double> all = seconds.values().stream().sorted().toList();
        for (int percent : List.of(50, 99)) {
            results.add(new Figure(
                    part,
                    name + ", p" + percent,
                    1000 * quantile(all, percent / 100.0),
                    "ms",
                    beside.stream().map(other -> other + ", p" + percent).toList()));
        }
    }

    /** Returns how many readings a second were sent. */
    private static double send(TopicFiller topic, Meters meters, int perSecond, Map<String, Long> dueAt) {
        DayGrid grid = new DayGrid(meters.lastDay().plusDays(1), meters.zone(), IntervalLength.HOUR);
        long begun = System.nanoTime();
        long number = 0;
        int spiking = next(0, meters, 0);
        for (int slot = 0; slot < grid.slots(); slot++) {
            for (int client = 0; client < meters.clients(); client++) {
                Reading reading = meters.reading(client, grid, slot, false);
                if (slot >= FIRST_SLOT && client == spiking) {
                    reading = new Reading(
                            reading.clientId(),
                            reading.start(),
                            reading.length(),
                            SPIKE,
                            reading.quality(),
                            reading.revision());
                    dueAt.putIfAbsent(reading.clientId(), begun + number * 1_000_000_000L / perSecond);
                    spiking = next(spiking, meters, perSecond / SPIKES_A_SECOND);
                }
                topic.send(reading);
                number++;
                long ahead = number * 1_000_000_000L / perSecond - (System.nanoTime() - begun);
                if (ahead > 1_000_000) {
                    LockSupport.parkNanos(ahead);
                }
            }
        }
        topic.flush();
        return number * 1e9 / (System.nanoTime() - begun);
    }

    /** Odd steps, so that the next round meets other clients. */
    private static int next(int client, Meters meters, int step) {
        int next = (client + step + 1) % meters.clients();
        while (meters.size(next) < LEAST_SIZE) {
            next = (next + 1) % meters.clients();
        }
        return next;
    }

    private static void see(ApiAccess api, Map<String, Long> dueAt, Map<String, Double> seconds)
            throws IOException, InterruptedException {
        JsonNode page = api.json("anomalies?type=SPIKE&sort=openedAt,desc&size=50");
        long now = System.nanoTime();
        for (JsonNode one : page.path("content")) {
            String client = one.path("clientId").asString();
            Long due = dueAt.get(client);
            if (due != null) {
                seconds.putIfAbsent(client, (now - due) / 1e9);
            }
        }
    }

    static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
