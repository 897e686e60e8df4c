package io.consumo.consumer.backtest;

import io.consumo.consumer.backtest.KnownClients.Client;
import io.consumo.consumer.backtest.domain.Comparison;
import io.consumo.consumer.backtest.domain.LiveCase;
import io.consumo.consumer.detection.ClientDecisions;
import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.consumer.detection.domain.ClientDecision;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.Episode;
import io.consumo.consumer.monthly.RecallDays;
import io.consumo.model.api.Backtest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Judges all clients' days once more by two sets of rules, one client at a time, from its first day on, as a live
 * judgement that begins anew does: months keep each hour that counts, archived or not. It reads, and writes nothing.
 */
@Component
class Replay {

    private static final int CLIENTS_AT_ONCE = 100;

    private final KnownClients clients;
    private final ClientDecisions decisions;
    private final RecallDays recall;

    Replay(KnownClients clients, ClientDecisions decisions, RecallDays recall) {
        this.clients = clients;
        this.decisions = decisions;
        this.recall = recall;
    }

    int clients() {
        return clients.count();
    }

    /**
     * Compares the cases that show on the days from the first to the last, both inclusive.
     *
     * @param done is told how many clients are
     * @throws InterruptedException when the thread was interrupted
     */
    Backtest.Outcome run(Detector live, Detector tried, LocalDate from, LocalDate to, IntConsumer done)
            throws InterruptedException {
        Comparison comparison = new Comparison(from, to);
        int count = 0;
        List<Client> next = clients.after("", CLIENTS_AT_ONCE);
        while (!next.isEmpty()) {
            List<String> ids = next.stream().map(Client::id).toList();
            Map<String, ClientDecision> decided = decisions.find(ids);
            Map<String, List<LiveCase>> cases =
                    clients.cases(ids).stream().collect(Collectors.groupingBy(LiveCase::clientId));
            for (Client client : next) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped");
                }
                ClientDecision decision = decided.getOrDefault(client.id(), ClientDecision.NONE);
                List<DayCurve> days = days(client, to);
                if (!days.isEmpty()) {
                    comparison.add(
                            client.id(),
                            judged(live, days, decision),
                            judged(tried, days, decision),
                            cases.getOrDefault(client.id(), List.of()));
                }
                count++;
                done.accept(count);
            }
            next = clients.after(ids.getLast(), CLIENTS_AT_ONCE);
        }
        return comparison.outcome();
    }

    private List<DayCurve> days(Client client, LocalDate to) {
        List<YearMonth> months = Stream.iterate(
                        YearMonth.from(client.firstDay()),
                        month -> !month.isAfter(YearMonth.from(to)),
                        month -> month.plusMonths(1))
                .toList();
        Map<LocalDate, DayCurve> days = new TreeMap<>();
        recall.recall(client.id(), months).forEach((day, hours) -> {
            if (!day.isAfter(to)) {
                days.put(day, DayCurve.of(day, hours));
            }
        });
        return List.copyOf(days.values());
    }

    private static List<Episode> judged(Detector detector, List<DayCurve> days, ClientDecision decision) {
        return detector.judge(Baseline.none(decision.since()), days).episodes().stream()
                .filter(episode -> !decision.excepts(episode.rule().type(), episode.lastDay()))
                .toList();
    }
}
