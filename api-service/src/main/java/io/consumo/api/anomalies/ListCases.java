package io.consumo.api.anomalies;

import io.consumo.api.anomalies.AnomalyQuery.SortField;
import io.consumo.api.request.Paging;
import io.consumo.api.request.Sorting;
import io.consumo.model.ConfirmationChance;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import io.consumo.model.api.Page;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Lists cases in an order that was asked for. */
@Service
public class ListCases {

    private final AnomalyQuery cases;
    private final CountCases count;

    ListCases(AnomalyQuery cases, CountCases count) {
        this.cases = cases;
        this.count = count;
    }

    public Page<DecidedCase> page(AnomalyFilter filter, Sorting<SortField> sorting, Paging paging) {
        if (sorting.field() != SortField.RECOVERY) {
            return cases.find(filter, sorting, paging);
        }
        Map<String, Double> chances =
                count.count().precision().stream().collect(Collectors.toMap(RulePrecision::rule, ListCases::chance));
        return cases.byRecovery(filter, chances, ConfirmationChance.of(0, 0), sorting.descending(), paging);
    }

    private static double chance(RulePrecision rule) {
        return ConfirmationChance.of(rule.confirmed(), rule.closed() - rule.confirmed());
    }
}
