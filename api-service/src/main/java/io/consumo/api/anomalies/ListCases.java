package io.consumo.api.anomalies;

import io.consumo.api.anomalies.AnomalyQuery.SortField;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.api.Page;
import org.springframework.stereotype.Service;

/** Lists cases in an order that was asked for. */
@Service
public class ListCases {

    private final AnomalyQuery cases;
    private final ConfirmationChances chances;

    ListCases(AnomalyQuery cases, ConfirmationChances chances) {
        this.cases = cases;
        this.chances = chances;
    }

    public Page<DecidedCase> page(AnomalyFilter filter, Sorting<SortField> sorting, Paging paging) {
        if (sorting.field() != SortField.RECOVERY) {
            return cases.find(filter, sorting, paging);
        }
        return cases.byRecovery(filter, chances.byRule(), ConfirmationChances.OTHERWISE, sorting.descending(), paging);
    }
}
