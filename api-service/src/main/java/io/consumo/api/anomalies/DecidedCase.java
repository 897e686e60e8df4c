package io.consumo.api.anomalies;

import io.consumo.model.CaseStatus;
import io.consumo.model.store.CaseDocument;
import org.jspecify.annotations.Nullable;

/** A case as the consumer judged it, and the decision about it, if there is one. */
public record DecidedCase(CaseDocument judged, @Nullable Decision decision) {

    public CaseStatus status() {
        return decision == null ? judged.status() : decision.status();
    }
}
