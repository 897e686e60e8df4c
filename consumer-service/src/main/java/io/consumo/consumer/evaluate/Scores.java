package io.consumo.consumer.evaluate;

import io.consumo.consumer.evaluate.Ranking.Ranked;
import io.consumo.model.AnomalyType;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How one contestant did. */
public record Scores(Map<String, Kind> kinds, Untouched untouched, Controls controls, Ranking ranking) {

    private static final double DAYS_A_MONTH = 30.4375;

    /**
     * The clients of one injected kind.
     *
     * @param medianDays from the first injected day to the alert, 1 for the same day; NaN when none was found
     * @param types as what they were found
     */
    public record Kind(int clients, int found, double recall, double medianDays, Map<String, Integer> types) {}

    /** Clients that nothing was done to; their cases by type. */
    public record Untouched(
            int clients, double clientMonths, int falseCases, double per1000, Map<String, Integer> types) {}

    /** Clients with a harmless change. */
    public record Controls(int clients, int cases) {}

    static Scores of(String contestant, List<ClientResult> clients) {
        Map<String, List<ClientResult>> byKind = new TreeMap<>(clients.stream()
                .filter(ClientResult::isAnomaly)
                .collect(Collectors.groupingBy(client -> kindOf(client))));
        Map<String, Kind> kinds = new TreeMap<>();
        byKind.forEach((kind, ofKind) -> kinds.put(kind, kind(contestant, ofKind)));
        return new Scores(
                kinds,
                untouched(
                        contestant,
                        clients.stream().filter(ClientResult::isUntouched).toList()),
                controls(
                        contestant,
                        clients.stream().filter(ClientResult::isControl).toList()),
                Ranking.of(clients.stream()
                        .map(client -> new Ranked(client.rank(contestant), client.isAnomaly()))
                        .toList()));
    }

    private static String kindOf(ClientResult client) {
        Injected injected = client.injected();
        return injected == null ? "" : injected.kind();
    }

    private static Kind kind(String contestant, List<ClientResult> clients) {
        List<Double> days = new ArrayList<>();
        Map<String, Integer> types = new TreeMap<>();
        for (ClientResult client : clients) {
            found(contestant, client).ifPresent(one -> {
                days.add(delay(client, one));
                types.merge(one.type().name(), 1, Integer::sum);
            });
        }
        days.sort(Comparator.naturalOrder());
        return new Kind(clients.size(), days.size(), (double) days.size() / clients.size(), median(days), types);
    }

    private static double delay(ClientResult client, FoundCase one) {
        Injected injected = client.injected();
        return injected == null
                ? Double.NaN
                : 1.0
                        + ChronoUnit.DAYS.between(
                                injected.firstDay(), one.alertedOn().orElseThrow());
    }

    /** The case that was told first. */
    static Optional<FoundCase> found(String contestant, ClientResult client) {
        Injected injected = client.injected();
        return injected == null
                ? Optional.empty()
                : client.casesOf(contestant).stream()
                        .filter(one -> one.finds(injected))
                        .min(Comparator.comparing(
                                        (FoundCase one) -> one.alertedOn().orElseThrow())
                                .thenComparing(Comparator.comparingDouble(FoundCase::score)
                                        .reversed()));
    }

    private static double median(List<Double> sorted) {
        int count = sorted.size();
        return count == 0 ? Double.NaN : (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    }

    private static Untouched untouched(String contestant, List<ClientResult> clients) {
        double months = clients.stream().mapToInt(ClientResult::days).sum() / DAYS_A_MONTH;
        Map<String, Integer> types = new TreeMap<>();
        clients.stream()
                .flatMap(client -> client.casesOf(contestant).stream())
                .filter(FoundCase::isAlert)
                .map(FoundCase::type)
                .map(AnomalyType::name)
                .forEach(type -> types.merge(type, 1, Integer::sum));
        int cases = types.values().stream().mapToInt(Integer::intValue).sum();
        return new Untouched(clients.size(), months, cases, months == 0 ? 0 : 1000 * cases / months, types);
    }

    private static Controls controls(String contestant, List<ClientResult> clients) {
        int cases = (int) clients.stream()
                .flatMap(client -> client.casesOf(contestant).stream().filter(one -> begunSince(client, one)))
                .count();
        return new Controls(clients.size(), cases);
    }

    private static boolean begunSince(ClientResult client, FoundCase one) {
        Injected injected = client.injected();
        return injected != null
                && one.alertedOn()
                        .filter(day -> !day.isBefore(injected.firstDay()))
                        .isPresent();
    }
}
