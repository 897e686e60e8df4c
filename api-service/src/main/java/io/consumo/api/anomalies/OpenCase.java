package io.consumo.api.anomalies;

import io.consumo.model.AnomalyType;
import io.consumo.model.Severity;
import io.consumo.model.store.CaseDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What sums over open cases need of one.
 *
 * @param closedAt null as long as it is open
 */
public record OpenCase(
        String clientId,
        AnomalyType type,
        Severity severity,
        CaseDocument.Range lostMoney,
        String currency,
        Instant openedAt,
        @Nullable Instant closedAt) {

    public boolean isOpenAt(Instant instant) {
        return !openedAt.isAfter(instant) && (closedAt == null || closedAt.isAfter(instant));
    }
}
