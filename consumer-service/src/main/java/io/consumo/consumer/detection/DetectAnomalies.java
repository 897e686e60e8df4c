package io.consumo.consumer.detection;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.domain.Baseline;
import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.consumer.detection.domain.CaseFile;
import io.consumo.consumer.detection.domain.ClientDecision;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.Judgement;
import io.consumo.consumer.monthly.RecallDays;
import io.consumo.model.AnomalyType;
import io.consumo.model.ClientDay;
import io.consumo.model.store.CaseDocument;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Judges clients' changed days, and those after them again, and brings cases and baselines in line. */
@Service
public class DetectAnomalies {

    private final CaseStore cases;
    private final BaselineStore baselines;
    private final ClientDecisions decisions;
    private final RecallDays recall;
    private final RecordChanges record;
    private final InstallationProperties installation;
    private final DetectionProperties properties;
    private final LiveRules rules;
    private final InstantSource clock;

    DetectAnomalies(
            CaseStore cases,
            BaselineStore baselines,
            ClientDecisions decisions,
            RecallDays recall,
            RecordChanges record,
            InstallationProperties installation,
            DetectionProperties properties,
            LiveRules rules,
            InstantSource clock) {
        this.cases = cases;
        this.baselines = baselines;
        this.decisions = decisions;
        this.recall = recall;
        this.record = record;
        this.installation = installation;
        this.properties = properties;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What the judgement left.
     *
     * @param standing the cases of these clients that stand
     * @param withdrawn those that no longer do
     */
    public record Outcome(List<CaseDocument> standing, List<CaseDocument> withdrawn) {}

    /**
     * Judges again.
     *
     * @param finalBefore by client: cases that were over before this day stay as they are; null for none
     */
    public Outcome detect(
            Collection<ClientDay> changed, Function<String, @Nullable LocalDate> finalBefore, long revision) {
        Map<String, Map<LocalDate, DayCurve>> curves = new TreeMap<>();
        changed.forEach(day -> curves.computeIfAbsent(day.clientId(), client -> new TreeMap<>())
                .put(day.day(), DayCurve.of(day)));
        Map<String, List<CaseDocument>> stored = cases.ofClients(curves.keySet()).stream()
                // Silence is judged apart: it shows in the absence of days.
                .filter(one -> one.type() != AnomalyType.SILENT)
                .collect(Collectors.groupingBy(CaseDocument::clientId));
        Map<String, Baseline> before = baselines.find(curves.keySet());
        Map<String, ClientDecision> decided = decisions.find(curves.keySet());
        Map<String, Baseline> after = new HashMap<>();
        Detector detector = rules.detector();
        CaseFile file = new CaseFile(
                installation.zone(), properties.tariff(), properties.currency(), clock.instant(), revision);
        List<CaseChanges> changes = new ArrayList<>();
        curves.forEach((client, ofClient) -> {
            ClientDecision decision = decided.getOrDefault(client, ClientDecision.NONE);
            Judgement judgement =
                    judge(detector, client, before.getOrDefault(client, Baseline.NONE), decision.since(), ofClient);
            after.put(client, judgement.baseline());
            List<CaseDocument> known = stored.getOrDefault(client, List.of());
            LocalDate from = later(judgement.from(), finalBefore.apply(client));
            List<CaseDocument> found = judgement.episodes().stream()
                    .filter(episode -> !episode.lastDay().isBefore(from))
                    .filter(episode -> !decision.excepts(episode.rule().type(), episode.lastDay()))
                    .map(episode -> file.write(client, episode, judgement, known))
                    .toList();
            LocalDate firstChanged = ofClient.keySet().iterator().next();
            changes.add(CaseChanges.between(known, found, from)
                    .sparingThoseOverBefore(firstChanged.minusDays(installation.windowDays())));
        });
        CaseChanges all = record.record(CaseChanges.joined(changes), revision);
        baselines.write(after, revision);
        return new Outcome(
                all.appliedTo(stored.values().stream().flatMap(List::stream).toList()), all.withdrawn());
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    /** From the baseline when it reaches and no decision has changed what it is made of, otherwise from the first day on. */
    private Judgement judge(
            Detector detector,
            String client,
            Baseline before,
            Optional<LocalDate> since,
            Map<LocalDate, DayCurve> changed) {
        if (before.isEmpty()) {
            return detector.judge(Baseline.none(since), changed.values());
        }
        LocalDate first = changed.keySet().iterator().next();
        if (before.since().equals(since) && detector.reaches(before, first)) {
            return detector.judge(before, changed.values());
        }
        Map<LocalDate, DayCurve> all = new TreeMap<>();
        recall.recall(client, before.months()).forEach((day, hours) -> all.put(day, DayCurve.of(day, hours)));
        all.putAll(changed);
        return detector.judge(Baseline.none(since), all.values());
    }
}
