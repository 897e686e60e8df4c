package io.consumo.consumer.detection;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.consumer.detection.domain.CaseFile;
import io.consumo.consumer.detection.domain.DayCurve;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.Episode;
import io.consumo.consumer.detection.domain.RuleBook;
import io.consumo.consumer.detection.domain.Verdict;
import io.consumo.model.AnomalyType;
import io.consumo.model.ClientDay;
import io.consumo.model.store.CaseDocument;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Judges clients' days again and brings their cases in line with what was found. */
@Service
public class DetectAnomalies {

    private final CaseStore store;
    private final RecordChanges record;
    private final InstallationProperties installation;
    private final DetectionProperties properties;
    private final RuleBook book;
    private final InstantSource clock;

    DetectAnomalies(
            CaseStore store,
            RecordChanges record,
            InstallationProperties installation,
            DetectionProperties properties,
            RuleProperties rules,
            InstantSource clock) {
        this.store = store;
        this.record = record;
        this.installation = installation;
        this.properties = properties;
        this.book = rules.book();
        this.clock = clock;
    }

    /** A client's days in order, those before the first judged day only as history. */
    public record Judged(String clientId, List<ClientDay> days, LocalDate from) {}

    /**
     * What the judgement left.
     *
     * @param standing the cases of these clients that stand
     * @param withdrawn those that no longer do
     */
    public record Outcome(List<CaseDocument> standing, List<CaseDocument> withdrawn) {}

    public Outcome detect(List<Judged> clients, long revision) {
        Detector detector = new Detector(book, properties.historyDays(), properties.minimumDays());
        CaseFile file = new CaseFile(
                installation.zone(), properties.tariff(), properties.currency(), clock.instant(), revision);
        Map<String, List<CaseDocument>> stored =
                store.ofClients(clients.stream().map(Judged::clientId).toList()).stream()
                        // Silence is judged apart: it shows in the absence of days.
                        .filter(one -> one.type() != AnomalyType.SILENT)
                        .collect(Collectors.groupingBy(CaseDocument::clientId));
        List<CaseChanges> changes = new ArrayList<>();
        for (Judged client : clients) {
            List<CaseDocument> before = stored.getOrDefault(client.clientId(), List.of());
            changes.add(CaseChanges.between(before, find(client, detector, file), client.from()));
        }
        CaseChanges all = CaseChanges.joined(changes);
        record.record(all, revision);
        return new Outcome(
                all.appliedTo(stored.values().stream().flatMap(List::stream).toList()), all.withdrawn());
    }

    private List<CaseDocument> find(Judged client, Detector detector, CaseFile file) {
        List<Verdict> verdicts =
                detector.judge(client.days().stream().map(DayCurve::of).toList());
        List<Verdict> judged = verdicts.stream()
                .filter(verdict -> !verdict.curve().day().isBefore(client.from()))
                .toList();
        return Episode.of(judged, book, properties.quietDays()).stream()
                .map(episode -> file.write(client.clientId(), episode, verdicts))
                .toList();
    }
}
