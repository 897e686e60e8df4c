package io.consumo.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.consumo.api.AskedOfMongo.Question;
import io.consumo.api.anomalies.AnomalyQuery.SortField;
import io.consumo.model.store.CaseDocument;
import io.consumo.model.store.DecisionDocument;
import io.consumo.model.store.MonthDocument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Its list of indexes is the one that the owners of the collections define, as their own tests show. */
@OnThrowawayStores
class IndexesIT {

    private static final Map<String, List<List<String>>> INDEXES = Map.of(
            CaseDocument.COLLECTION, CaseDocument.INDEXES,
            DecisionDocument.COLLECTION, DecisionDocument.INDEXES,
            MonthDocument.COLLECTION, MonthDocument.INDEXES);

    @Autowired
    Http http;

    @Autowired
    AskedOfMongo asked;

    @Test
    void everyQuestionIsServedByAnIndex() {
        for (SortField field : SortField.values()) {
            for (String filter : List.of(
                    "",
                    "&type=FRAUD",
                    "&severity=HIGH",
                    "&status=OPEN",
                    "&client=C-000042",
                    "&from=2026-11-01&to=2026-11-20",
                    "&assignee=analyst",
                    "&status=OPEN&type=FRAUD&client=C-000042")) {
                get("anomalies?sort=" + field.wireName() + ",desc" + filter);
            }
        }
        get("overview");
        get("anomalies/stats");
        get("anomalies/none");
        get("clients/C-000042/anomalies");
        get("clients/C-000042/monthly?from=2025-12&to=2026-11");
        get("monthly?month=2026-10");
        get("monthly.csv?month=2026-10");
        get("monthly/2026-10/summary");
        get("monthly/compare?months=2026-09,2026-10");

        assertThat(asked.questions())
                .map(Question::collection)
                .contains(CaseDocument.COLLECTION, MonthDocument.COLLECTION);
        assertThat(asked.questions()).allSatisfy(question -> assertThat(
                        question.isServedBy(INDEXES.getOrDefault(question.collection(), List.of())))
                .isTrue());
    }

    private void get(String path) {
        assertThat(http.get("/api/v1/" + path).status()).as(path).isIn(200, 404);
    }
}
