package io.consumo.api.anomalies;

import io.consumo.model.CaseStatus;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;

/** A case as the consumer judged it, and what people decided about it. */
public record DecidedCase(CaseDocument judged, DecisionDocument decision) {

    public CaseStatus status() {
        CaseStatus decided = decision.status();
        return decided == null ? judged.status() : decided;
    }
}
