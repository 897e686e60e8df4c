package io.consumo.consumer.detection;

import io.consumo.model.store.CaseDocument;
import java.util.Collection;

/** Tells other systems of cases, at least once. */
public interface CaseEvents {

    /** Returns when all are kept safe. */
    void publish(Kind kind, Collection<CaseDocument> cases);

    /** What happened to the case. */
    enum Kind {
        OPENED,
        CHANGED,
        CLOSED,
        WITHDRAWN
    }
}
