package io.consumo.bench;

import io.consumo.model.DayGrid;
import io.consumo.model.Energy;
import io.consumo.model.IntervalLength;
import io.consumo.model.Reading;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;

/**
 * Sends a day hour by hour at a steady rate; a few readings a second are each large enough to be a case. Measures from
 * the sending of such a reading to the answer of the API that lists its case. The day's first hours warm up.
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

    private final Installed installed;
    private final Results results;

    CaseLatency(Installed installed, Results results) {
        this.installed = installed;
        this.results = results;
    }

    /** @param meters whose history is stored up to their last day; their day after that is sent */
    void run(Meters meters, int perSecond) throws IOException, InterruptedException, ExecutionException {
        Map<String, Long> sentAt = new ConcurrentHashMap<>();
        Map<String, Double> seconds = new ConcurrentHashMap<>();
        ApiAccess api = new ApiAccess(installed);
        try (TopicFiller topic = new TopicFiller(installed)) {
            Thread sender = Thread.ofPlatform().start(() -> send(topic, meters, perSecond, sentAt));
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            while (sender.isAlive() || seconds.size() < sentAt.size()) {
                see(api, sentAt, seconds);
                if (sender.isAlive()) {
                    giveUpAt = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException("Only %d of %d cases are visible after %d s"
                            .formatted(seconds.size(), sentAt.size(), PATIENCE.toSeconds()));
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        List<Double> all = new ArrayList<>(seconds.values());
        Collections.sort(all);
        String part = PART.formatted(perSecond);
        results.add(new Figure(part, "reading to case in the API, p50", 1000 * quantile(all, 0.5), "ms"));
        results.add(new Figure(part, "reading to case in the API, p99", 1000 * quantile(all, 0.99), "ms"));
        results.add(new Figure(part, "cases measured", all.size(), ""));
    }

    private static void send(TopicFiller topic, Meters meters, int perSecond, Map<String, Long> sentAt) {
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
                    sentAt.putIfAbsent(reading.clientId(), System.nanoTime());
                    spiking = next(spiking, meters, perSecond / SPIKES_A_SECOND);
                }
                topic.send(reading);
                number++;
                long ahead = number * 1_000_000_000L / perSecond - (System.nanoTime() - begun);
                if (ahead > 1_000_000) {
                    java.util.concurrent.locks.LockSupport.parkNanos(ahead);
                }
            }
        }
        topic.flush();
    }

    /** Odd steps, so that the next round meets other clients. */
    private static int next(int client, Meters meters, int step) {
        int next = (client + step + 1) % meters.clients();
        while (meters.size(next) < LEAST_SIZE) {
            next = (next + 1) % meters.clients();
        }
        return next;
    }

    private static void see(ApiAccess api, Map<String, Long> sentAt, Map<String, Double> seconds)
            throws IOException, InterruptedException {
        JsonNode page = api.json("anomalies?type=SPIKE&sort=openedAt,desc&size=50");
        long now = System.nanoTime();
        for (JsonNode one : page.path("content")) {
            String client = one.path("clientId").asString();
            Long sent = sentAt.get(client);
            if (sent != null) {
                seconds.putIfAbsent(client, (now - sent) / 1e9);
            }
        }
    }

    static double quantile(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
