package io.consumo.consumer.detection.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The visible list of rules, in families: of the rules that explain the same kind of change, only the first that fires
 * on a day counts, so that one change is not told under several names.
 */
public record RuleBook(List<List<AnomalyRule>> families) {

    public RuleBook {
        families = families.stream().map(List::copyOf).toList();
    }

    public List<AnomalyRule> rules() {
        return families.stream().flatMap(List::stream).toList();
    }

    /** What the enabled rules find on the day. */
    public Map<AnomalyRule, Finding> judge(DayCurve day, Expectation usual) {
        Map<AnomalyRule, Finding> findings = new LinkedHashMap<>();
        for (List<AnomalyRule> family : families) {
            for (AnomalyRule rule : family) {
                if (rule.enabled()) {
                    var finding = rule.judge(day, usual);
                    if (finding.isPresent()) {
                        findings.put(rule, finding.get());
                        break;
                    }
                }
            }
        }
        return findings;
    }
}
