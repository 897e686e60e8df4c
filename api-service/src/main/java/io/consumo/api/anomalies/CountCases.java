package io.consumo.api.anomalies;

import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.consumo.model.api.AnomalyStats;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts cases, and how often each rule was right. */
@Component
public final class CountCases {

    /** Of a normal distribution, for an interval of 95 %. */
    private static final double Z = 1.96;

    private final AnomalyQuery cases;

    CountCases(AnomalyQuery cases) {
        this.cases = cases;
    }

    public AnomalyStats count() {
        Map<AnomalyType, Integer> types = new EnumMap<>(AnomalyType.class);
        Map<CaseStatus, Integer> statuses = new EnumMap<>(CaseStatus.class);
        Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
        Map<String, int[]> closed = new TreeMap<>();
        cases.each(one -> {
            types.merge(one.judged().type(), 1, Integer::sum);
            statuses.merge(one.status(), 1, Integer::sum);
            severities.merge(one.judged().severity(), 1, Integer::sum);
            if (one.status() == CaseStatus.CONFIRMED || one.status() == CaseStatus.DISMISSED) {
                int[] counts = closed.computeIfAbsent(one.judged().explanation().key(), rule -> new int[2]);
                counts[0] += one.status() == CaseStatus.CONFIRMED ? 1 : 0;
                counts[1]++;
            }
        });
        return new AnomalyStats(
                statuses.values().stream().mapToInt(Integer::intValue).sum(),
                types,
                statuses,
                severities,
                closed.entrySet().stream()
                        .map(rule -> precision(rule.getKey(), rule.getValue()[0], rule.getValue()[1]))
                        .toList());
    }

    /** With Wilson's score interval, which is sound for few cases too. */
    static RulePrecision precision(String rule, int confirmed, int closed) {
        double share = (double) confirmed / closed;
        double square = Z * Z / closed;
        double middle = (share + square / 2) / (1 + square);
        double half = Z * Math.sqrt(share * (1 - share) / closed + square / (4 * closed)) / (1 + square);
        return new RulePrecision(
                rule, confirmed, closed, percent(share), percent(middle - half), percent(middle + half));
    }

    private static double percent(double share) {
        return Math.round(Math.clamp(share, 0, 1) * 1000) / 10.0;
    }
}
