package io.consumo.api.anomalies;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.CheckResult;
import io.consumo.model.Severity;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.CaseDocument.Check;
import io.consumo.model.store.CaseDocument.Evidence;
import io.consumo.model.store.CaseDocument.Range;
import io.consumo.model.store.CaseDocument.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Cases as the consumer writes them. */
public final class Cases {

    private Cases() {}

    /** A fall by 41 %, worth 120.50 with a spread of 20. */
    public static CaseDocument drop(String id, String client, Instant openedAt) {
        return new CaseDocument(
                id,
                client,
                AnomalyType.FRAUD,
                AnomalySubtype.DROP,
                Severity.HIGH,
                70,
                CaseStatus.OPEN,
                "2026-11-12",
                "2026-11-22",
                "2026-11-18",
                594_000,
                1_012_000,
                new Range(300_000, 418_000, 500_000),
                new Range(10_050, 12_050, 14_050),
                "EUR",
                0,
                33_000L,
                new Words("fraud.drop", Map.of("observed", "5.4", "expected", "9.2", "percent", "41.3", "days", "11")),
                new Words("cleared.fraud.drop", Map.of("fallPercent", "35", "limit", "5.98", "daysToOpen", "3")),
                List.of(new Check("holiday", CheckResult.UNKNOWN), new Check("dataGap", CheckResult.PASSED)),
                List.of(
                        new Evidence(Instant.parse("2026-11-12T00:00:00Z"), 1_200L, 3_000, 2_000, 4_000),
                        new Evidence(Instant.parse("2026-11-12T01:00:00Z"), null, 3_000, 2_000, 4_000)),
                Map.of("fallPercent", 35.0),
                0.98,
                openedAt,
                openedAt,
                1);
    }

    public static CaseDocument spike(String id, String client, Instant openedAt) {
        CaseDocument drop = drop(id, client, openedAt);
        return new CaseDocument(
                id,
                client,
                AnomalyType.SPIKE,
                null,
                Severity.CRITICAL,
                90,
                CaseStatus.OPEN,
                "2026-11-20",
                "2026-11-23",
                "2026-11-23",
                900_000,
                300_000,
                Range.NONE,
                Range.NONE,
                "EUR",
                600_000,
                null,
                new Words("spike", Map.of("observed", "22.5", "expected", "7.5", "percent", "200", "days", "4")),
                new Words("cleared.spike", Map.of("risePercent", "150", "limit", "18.75")),
                drop.checks(),
                drop.evidence(),
                Map.of("risePercent", 150.0),
                1,
                openedAt,
                openedAt,
                1);
    }

    public static CaseDocument closed(CaseDocument judged, Instant at) {
        return judged.becoming(CaseStatus.CLEARED, at, judged.revision() + 1);
    }
}
