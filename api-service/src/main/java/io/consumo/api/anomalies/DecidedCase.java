package io.consumo.api.anomalies;

import io.consumo.model.CaseStatus;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import java.time.Instant;

/** A case as the consumer judged it, and what people decided about it. */
public record DecidedCase(CaseDocument judged, DecisionDocument decision) {

    public CaseStatus status() {
        CaseStatus decided = decision.status();
        return decided == null ? judged.status() : decided;
    }

    /** Of a closed one, by whoever has the last word on its status. */
    public Instant closedAt() {
        Instant decidedAt = decision.changedAt();
        return decision.status() == null || decidedAt == null ? judged.updatedAt() : decidedAt;
    }

    /** When it was last judged or decided. */
    public Instant changedAt() {
        Instant decidedAt = decision.changedAt();
        return decidedAt != null && decidedAt.isAfter(judged.updatedAt()) ? decidedAt : judged.updatedAt();
    }
}
