package io.consumo.api.anomalies;

import io.consumo.model.store.DecisionDocument;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

class InMemoryCaseChanges implements CaseChanges {

    private final Map<String, DecidedCase> cases = new ConcurrentHashMap<>();
    volatile boolean down;
    volatile int mostRead;

    void judged(String id, Instant at) {
        put(new DecidedCase(Cases.drop(id, "streamed", at), DecisionDocument.none(id)));
    }

    void put(DecidedCase decided) {
        cases.put(decided.judged().id(), decided);
    }

    @Override
    public List<CaseChange> after(CaseChange place, int most) {
        if (down) {
            throw new IllegalStateException("down");
        }
        return cases.values().stream()
                .flatMap(InMemoryCaseChanges::changes)
                .filter(change -> change.compareTo(place) > 0)
                .sorted()
                .limit(most)
                .toList();
    }

    private static Stream<CaseChange> changes(DecidedCase decided) {
        String id = decided.judged().id();
        DecisionDocument decision = decided.decision();
        return Stream.concat(
                Stream.of(new CaseChange(decided.judged().updatedAt(), id, 0)),
                Optional.ofNullable(decision.changedAt())
                        .map(at -> new CaseChange(at, id, decision.version()))
                        .stream());
    }

    @Override
    public List<DecidedCase> read(Collection<String> caseIds) {
        mostRead = Math.max(mostRead, caseIds.size());
        return caseIds.stream()
                .map(id -> Optional.ofNullable(cases.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }
}
