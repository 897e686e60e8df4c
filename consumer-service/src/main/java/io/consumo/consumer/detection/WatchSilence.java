package io.consumo.consumer.detection;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.ClientActivity.LastSeen;
import io.consumo.consumer.detection.domain.CaseChanges;
import io.consumo.consumer.detection.domain.CaseFile;
import io.consumo.consumer.detection.domain.ClientDecision;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.CaseDocument.Range;
import io.consumo.model.store.CaseDocument.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Finds clients of which nothing is heard while others report. It is a problem of data, never an accusation; when many
 * fall silent at once it is one of the system, told in one notice.
 */
@Service
public class WatchSilence {

    private static final Logger log = LoggerFactory.getLogger(WatchSilence.class);
    private static final String KEY = "silent";
    private static final int FIRST_SCORE = 30;
    private static final int HIGHEST_SCORE = 60;

    private final ClientActivity activity;
    private final CaseStore store;
    private final ClientDecisions decisions;
    private final RecordChanges record;
    private final InstallationProperties installation;
    private final DetectionProperties properties;
    private final InstantSource clock;

    WatchSilence(
            ClientActivity activity,
            CaseStore store,
            ClientDecisions decisions,
            RecordChanges record,
            InstallationProperties installation,
            DetectionProperties properties,
            InstantSource clock) {
        this.activity = activity;
        this.store = store;
        this.decisions = decisions;
        this.record = record;
        this.installation = installation;
        this.properties = properties;
        this.clock = clock;
    }

    /** To be called only when all that has arrived is stored: what is still to be read is no silence. */
    public void watch() {
        activity.exclusively(revision -> {
            Instant now = clock.instant();
            LocalDate windowBegin =
                    LocalDate.ofInstant(now, installation.zone()).minusDays(installation.windowDays());
            List<LastSeen> seen = activity.since(windowBegin);
            seen.stream().map(LastSeen::day).max(Comparator.naturalOrder()).ifPresent(newest -> {
                List<LastSeen> silent = seen.stream()
                        .filter(client -> client.day()
                                .isBefore(newest.minusDays(properties.silence().days() - 1L)))
                        .toList();
                record.record(
                        isMass(silent.size(), seen.size())
                                ? new CaseChanges(List.of(), List.of(), List.of())
                                : changes(unexcepted(silent, newest), seen, newest, now, revision),
                        revision);
            });
        });
    }

    private List<LastSeen> unexcepted(List<LastSeen> silent, LocalDate newest) {
        Map<String, ClientDecision> decided =
                decisions.find(silent.stream().map(LastSeen::clientId).toList());
        return silent.stream()
                .filter(client -> !decided.getOrDefault(client.clientId(), ClientDecision.NONE)
                        .excepts(AnomalyType.SILENT, newest))
                .toList();
    }

    private boolean isMass(int silent, int clients) {
        boolean mass = silent * 100.0 > properties.silence().massPercent() * clients;
        if (mass) {
            log.warn(
                    "{} of {} clients are silent: look at the head end or the network, not at the clients",
                    silent,
                    clients);
        }
        return mass;
    }

    /** The case of a client of whom nothing is seen in the window any more stays as it is. */
    private CaseChanges changes(
            List<LastSeen> silent, List<LastSeen> seen, LocalDate newest, Instant now, long revision) {
        Map<String, CaseDocument> stored = new HashMap<>();
        store.silent().stream()
                .filter(one -> one.status() == CaseStatus.OPEN)
                .forEach(one -> stored.put(one.clientId(), one));
        List<CaseDocument> opened = new ArrayList<>();
        List<CaseDocument> changed = new ArrayList<>();
        for (LastSeen client : silent) {
            CaseDocument fresh = write(client, newest, now, revision);
            CaseDocument old = stored.get(client.clientId());
            if (old == null || !old.firstDay().equals(fresh.firstDay())) {
                opened.add(fresh);
            } else {
                stored.remove(client.clientId());
                CaseDocument continued = fresh.continuing(old.id(), old.openedAt());
                if (!continued.saysTheSameAs(old)) {
                    changed.add(continued);
                }
            }
        }
        seen.stream()
                .map(client -> stored.get(client.clientId()))
                .filter(Objects::nonNull)
                .forEach(heardAgain -> changed.add(heardAgain.becoming(CaseStatus.CLEARED, now, revision)));
        return new CaseChanges(opened, changed, List.of());
    }

    private CaseDocument write(LastSeen client, LocalDate newest, Instant now, long revision) {
        LocalDate firstDay = client.day().plusDays(1);
        int days = (int) (newest.toEpochDay() - client.day().toEpochDay());
        int score = Math.min(
                HIGHEST_SCORE, FIRST_SCORE + 2 * (days - properties.silence().days()));
        return new CaseDocument(
                CaseFile.idOf(client.clientId(), KEY, firstDay),
                client.clientId(),
                AnomalyType.SILENT,
                null,
                Severity.ofScore(score),
                score,
                CaseStatus.OPEN,
                firstDay.toString(),
                newest.toString(),
                client.day().plusDays(properties.silence().days()).toString(),
                0,
                0,
                Range.NONE,
                Range.NONE,
                properties.currency(),
                0,
                null,
                new Words(
                        KEY,
                        Map.of(
                                "days",
                                String.valueOf(days),
                                "lastReading",
                                client.day().toString())),
                new Words("cleared." + KEY, Map.of()),
                List.of(),
                List.of(),
                Map.of("days", (double) properties.silence().days()),
                0,
                now,
                now,
                revision);
    }
}
