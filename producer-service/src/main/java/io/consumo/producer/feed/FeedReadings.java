package io.consumo.producer.feed;

import io.consumo.model.DayGrid;
import io.consumo.model.file.Progress;
import io.consumo.producer.feed.domain.AnomalyPlan;
import io.consumo.producer.feed.domain.Meters;
import io.consumo.producer.feed.domain.Simulation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sends whole days of the simulated meters, in the order of time as real ones would. */
@Service
public class FeedReadings {

    private final ReadingPublisher publisher;
    private final StoredDays stored;
    private final TruthBook truth;
    private final FeedRate rate;
    private final InstantSource clock;

    FeedReadings(ReadingPublisher publisher, StoredDays stored, TruthBook truth, FeedRate rate, InstantSource clock) {
        this.publisher = publisher;
        this.stored = stored;
        this.truth = truth;
        this.rate = rate;
        this.clock = clock;
    }

    /**
     * What was sent.
     *
     * @param clients whose readings it was
     * @param silentClients who had a day to send and sent nothing
     * @param first day, null when nothing was sent
     */
    public record Sent(
            long readings,
            int clients,
            int silentClients,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /**
     * Sends the last days, up to yesterday.
     *
     * @param anomalies share of the clients that goes wrong in the end
     */
    public Sent backfill(Meters meters, int days, double anomalies, Progress progress) {
        LocalDate today = today(meters);
        LocalDate first = today.minusDays(days);
        inject(anomalies, meters, first, today.minusDays(1));
        return send(meters, allOf(meters, first.datesUntil(today)), progress);
    }

    /**
     * Sends for each client the day after its newest stored one, up to yesterday; yesterday where none is stored.
     *
     * @param anomalies share of the clients that goes wrong from that day on
     */
    public Sent once(Meters meters, double anomalies, Progress progress) {
        NavigableMap<LocalDate, int[]> next = nextDays(meters);
        if (!next.isEmpty()) {
            inject(anomalies, meters, next.lastKey(), next.lastKey());
        }
        return send(meters, next, progress);
    }

    /** Sends the days without injecting anything new. */
    Sent days(Meters meters, LocalDate first, LocalDate last, Progress progress) {
        return send(meters, allOf(meters, first.datesUntil(last.plusDays(1))), progress);
    }

    private Sent send(Meters meters, NavigableMap<LocalDate, int[]> clientsOfDay, Progress progress) {
        if (clientsOfDay.isEmpty()) {
            return new Sent(0, 0, 0, null, null);
        }
        progress.expect(slots(meters, clientsOfDay));
        Simulation simulation = new Simulation(meters, truth.anomalies());
        try (ReadingPublisher.Outgoing outgoing = publisher.open()) {
            MeterSink sink = new MeterSink(meters.length(), clock.millis(), outgoing, rate, progress);
            clientsOfDay.forEach((day, clients) -> simulation.day(clients, day, sink));
            outgoing.flush();
            return sink.summary(meters.zone());
        }
    }

    private void inject(double share, Meters meters, LocalDate first, LocalDate last) {
        truth.change(present -> Stream.concat(
                        present.stream(), AnomalyPlan.upTo(share, meters, present, first, last).stream())
                .toList());
    }

    private NavigableMap<LocalDate, int[]> nextDays(Meters meters) {
        LocalDate yesterday = today(meters).minusDays(1);
        List<String> ids = Arrays.stream(meters.numbers()).mapToObj(Meters::id).toList();
        Map<String, LocalDate> newest = stored.newestBefore(yesterday.plusDays(1), ids);
        NavigableMap<LocalDate, List<Integer>> next = new TreeMap<>();
        for (int client : meters.numbers()) {
            LocalDate last = newest.getOrDefault(Meters.id(client), yesterday.minusDays(1));
            if (last.isBefore(yesterday)) {
                next.computeIfAbsent(last.plusDays(1), day -> new ArrayList<>()).add(client);
            }
        }
        NavigableMap<LocalDate, int[]> clientsOfDay = new TreeMap<>();
        next.forEach((day, clients) -> clientsOfDay.put(
                day, clients.stream().mapToInt(Integer::intValue).toArray()));
        return clientsOfDay;
    }

    private static NavigableMap<LocalDate, int[]> allOf(Meters meters, Stream<LocalDate> days) {
        int[] clients = meters.numbers();
        NavigableMap<LocalDate, int[]> clientsOfDay = new TreeMap<>();
        days.forEach(day -> clientsOfDay.put(day, clients));
        return clientsOfDay;
    }

    private static long slots(Meters meters, Map<LocalDate, int[]> clientsOfDay) {
        return clientsOfDay.entrySet().stream()
                .mapToLong(day -> (long) new DayGrid(day.getKey(), meters.zone(), meters.length()).slots()
                        * day.getValue().length)
                .sum();
    }

    private LocalDate today(Meters meters) {
        return LocalDate.ofInstant(clock.instant(), meters.zone());
    }
}
