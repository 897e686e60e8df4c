package io.consumo.api.rules;

import io.consumo.api.anomalies.AnomalyQuery;
import io.consumo.api.clients.ClientQuery;
import io.consumo.model.AnomalyType;
import io.consumo.model.Severity;
import io.consumo.model.api.InjectedTruth;
import io.consumo.model.api.RuleScore;
import io.consumo.model.api.RuleScore.KindScore;
import io.consumo.model.store.CaseDocument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Compares the cases with what the simulation has put in. */
@Service
public class ScoreRules {

    /** As the simulation names its clients. */
    private static final Pattern SIMULATED = Pattern.compile("C-\\d{6}");

    private final InjectedTruths truths;
    private final AnomalyQuery cases;
    private final ClientQuery clients;

    ScoreRules(InjectedTruths truths, AnomalyQuery cases, ClientQuery clients) {
        this.truths = truths;
        this.cases = cases;
        this.clients = clients;
    }

    public RuleScore score() {
        List<InjectedTruth> injected = truths.all();
        Set<String> simulated = clients.spans().keySet().stream()
                .filter(id -> SIMULATED.matcher(id).matches())
                .collect(Collectors.toSet());
        List<CaseDocument> found = new ArrayList<>();
        cases.each(one -> found.add(one.judged()));
        return score(injected, simulated, found);
    }

    /** @param simulated all clients of the simulation of which there are days */
    static RuleScore score(List<InjectedTruth> injected, Set<String> simulated, List<CaseDocument> cases) {
        Map<String, List<CaseDocument>> byClient = cases.stream()
                .filter(ScoreRules::counts)
                .filter(one -> simulated.contains(one.clientId()))
                .collect(Collectors.groupingBy(CaseDocument::clientId));
        Map<String, List<InjectedTruth>> truths = injected.stream()
                .filter(truth -> simulated.contains(truth.clientId()))
                .collect(Collectors.groupingBy(InjectedTruth::clientId));
        Map<String, List<InjectedTruth>> byKind = new TreeMap<>(
                truths.values().stream().flatMap(List::stream).collect(Collectors.groupingBy(InjectedTruth::kind)));
        List<KindScore> kinds = new ArrayList<>();
        byKind.forEach((kind, ofKind) -> kinds.add(kind(kind, ofKind, byClient)));
        List<CaseDocument> told =
                byClient.values().stream().flatMap(List::stream).toList();
        long right = told.stream()
                .filter(one -> truths.getOrDefault(one.clientId(), List.of()).stream()
                        .anyMatch(truth -> beganWithin(one, truth)))
                .count();
        return new RuleScore(
                kinds,
                (int) simulated.stream().filter(id -> !truths.containsKey(id)).count(),
                (int) told.stream()
                        .filter(one -> !truths.containsKey(one.clientId()))
                        .count(),
                percent(right, told.size()),
                percent(
                        kinds.stream().mapToInt(KindScore::found).sum(),
                        kinds.stream().mapToInt(KindScore::injected).sum()));
    }

    /** Silence is a data problem, whose cases are never severe. */
    private static boolean counts(CaseDocument one) {
        return one.severity().compareTo(Severity.MEDIUM) >= 0 || one.type() == AnomalyType.SILENT;
    }

    private static KindScore kind(
            String kind, List<InjectedTruth> injected, Map<String, List<CaseDocument>> casesByClient) {
        List<Long> days = new ArrayList<>();
        int found = 0;
        int named = 0;
        for (InjectedTruth truth : injected) {
            List<CaseDocument> cases = casesByClient.getOrDefault(truth.clientId(), List.of()).stream()
                    .filter(one -> beganWithin(one, truth))
                    .toList();
            found += cases.isEmpty() ? 0 : 1;
            toldOn(cases).ifPresent(day -> days.add(1 + ChronoUnit.DAYS.between(truth.startDay(), day)));
            named += cases.stream().anyMatch(one -> isNamed(one, truth)) ? 1 : 0;
        }
        InjectedTruth any = injected.getFirst();
        return new KindScore(
                kind,
                any.subtype() == null ? any.type() : any.type() + "." + any.subtype(),
                injected.size(),
                found,
                named,
                100.0 * found / injected.size(),
                median(days));
    }

    private static Optional<LocalDate> toldOn(List<CaseDocument> cases) {
        return cases.stream()
                .map(CaseDocument::toldOn)
                .filter(Objects::nonNull)
                .map(LocalDate::parse)
                .min(Comparator.naturalOrder());
    }

    private static boolean beganWithin(CaseDocument one, InjectedTruth truth) {
        LocalDate first = LocalDate.parse(one.firstDay());
        return !first.isBefore(truth.startDay()) && (truth.endDay() == null || !first.isAfter(truth.endDay()));
    }

    private static boolean isNamed(CaseDocument one, InjectedTruth truth) {
        return one.type().name().equals(truth.type())
                && (one.subtype() == null
                        ? truth.subtype() == null
                        : one.subtype().name().equals(truth.subtype()));
    }

    private static @Nullable Double median(List<Long> values) {
        if (values.isEmpty()) {
            return null;
        }
        List<Long> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        return (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2.0;
    }

    private static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : 100.0 * part / whole;
    }
}
