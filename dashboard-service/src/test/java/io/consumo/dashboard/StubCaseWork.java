package io.consumo.dashboard;

import io.consumo.model.CaseStatus;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.CaseDecision;
import io.consumo.model.api.CaseHistory;
import io.consumo.model.api.CaseHistory.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decisions on made-up cases, with the real state machine. */
final class StubCaseWork {

    private static final int UNDO_SECONDS = 10;

    private final Map<String, List<Entry>> entries = new ConcurrentHashMap<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();

    void clear() {
        entries.clear();
        finished.clear();
    }

    /** The case with what was decided about it. */
    Anomaly decided(Anomaly judged) {
        List<Entry> history = history(judged.id());
        Entry last = last(history);
        return new Anomaly(
                judged.id(),
                judged.clientId(),
                judged.type(),
                judged.subtype(),
                judged.severity(),
                judged.score(),
                last == null ? judged.status() : last.status(),
                judged.firstDay(),
                judged.lastDay(),
                judged.observedKwh(),
                judged.expectedKwh(),
                judged.lostKwh(),
                judged.lostMoney(),
                judged.lostPerMonth(),
                judged.expectedRecovery(),
                judged.excessKwh(),
                judged.explanation(),
                judged.clearedIf(),
                judged.checks(),
                judged.evidence(),
                judged.thresholds(),
                judged.completeness(),
                judged.openedAt(),
                judged.updatedAt(),
                last == null ? judged.assignee() : last.assignee(),
                history.size());
    }

    /** Null when it went well, else the status that refuses it. */
    synchronized @Nullable Integer decide(Anomaly judged, CaseDecision wanted, String by) {
        Anomaly now = decided(judged);
        if (wanted.version() != null && wanted.version() != now.version()) {
            return 412;
        }
        if (wanted.status() != null && !now.status().next().contains(wanted.status())) {
            return 409;
        }
        String assignee = wanted.assignee() == null ? now.assignee() : wanted.assignee();
        entries.computeIfAbsent(judged.id(), id -> new ArrayList<>())
                .add(new Entry(
                        now.version() + 1,
                        Instant.now(),
                        by,
                        wanted.status() == null ? now.status() : wanted.status(),
                        assignee == null || assignee.isEmpty() ? null : assignee,
                        wanted.reason(),
                        wanted.comment(),
                        false));
        return null;
    }

    /** Nothing of it can be taken back from now on. */
    void finish(String id) {
        finished.add(id);
    }

    /** False when it is too late. */
    synchronized boolean undo(String id) {
        if (finished.contains(id)) {
            return false;
        }
        List<Entry> history = entries.get(id);
        Entry last = last(history);
        history.set(
                history.indexOf(last),
                new Entry(
                        last.version(),
                        last.at(),
                        last.by(),
                        last.status(),
                        last.assignee(),
                        last.reason(),
                        last.comment(),
                        true));
        return true;
    }

    CaseHistory history(Anomaly judged) {
        Anomaly now = decided(judged);
        Entry last = last(history(judged.id()));
        CaseStatus status = now.status();
        return new CaseHistory(
                judged.id(),
                status,
                now.version(),
                status.next(),
                last == null ? null : last.at().plusSeconds(UNDO_SECONDS),
                history(judged.id()));
    }

    private List<Entry> history(String id) {
        return List.copyOf(entries.getOrDefault(id, List.of()));
    }

    private static @Nullable Entry last(List<Entry> history) {
        return history.reversed().stream()
                .filter(entry -> !entry.undone())
                .findFirst()
                .orElse(null);
    }
}
