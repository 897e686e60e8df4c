package io.consumo.api.anomalies;

import io.consumo.model.store.DecisionDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where decisions are kept. */
public interface DecisionStore {

    Optional<DecisionDocument> find(String caseId);

    /** Returns false, and changes nothing, when the stored one has not that version; 0 stands for none. */
    boolean replace(DecisionDocument decision, int versionBefore);

    /** Those that other systems have to be told of by now, oldest first. */
    List<DecisionDocument> due(Instant now);
}
