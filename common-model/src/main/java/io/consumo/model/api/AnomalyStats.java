package io.consumo.model.api;

import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cases counted, and what field visits made of them.
 *
 * @param precision by rule, of its cases that people closed
 */
public record AnomalyStats(
        int total,
        Map<AnomalyType, Integer> byType,
        Map<CaseStatus, Integer> byStatus,
        Map<Severity, Integer> bySeverity,
        List<RulePrecision> precision) {

    /**
     * How often a rule was right.
     *
     * @param rule for instance {@code fraud.drop}
     * @param closed confirmed and dismissed cases: the sample
     * @param percent confirmed of closed; null without any
     * @param low lower end of the 95 % interval, in percent (Wilson 1927)
     * @param high upper end
     */
    public record RulePrecision(
            String rule,
            int confirmed,
            int closed,
            @Nullable Double percent,
            double low,
            double high) {}
}
