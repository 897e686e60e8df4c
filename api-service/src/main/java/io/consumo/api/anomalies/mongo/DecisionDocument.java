package io.consumo.api.anomalies.mongo;

import io.consumo.api.anomalies.Decision;
import io.consumo.model.CaseStatus;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The standing decision about the case of the same id. */
record DecisionDocument(
        @BsonId String id, CaseStatus status, @Nullable String assignee, int version) {

    static final String COLLECTION = "case_decisions";

    Decision decision() {
        return new Decision(status, assignee, version);
    }
}
