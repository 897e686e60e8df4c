package io.consumo.consumer.detection.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The visible list of rules, in families: of the rules that explain the same kind of change the more telling comes
 * first, and its episodes take the place of the others', so that one change is not told under several names.
 */
public record RuleBook(List<List<AnomalyRule>> families) {

    public RuleBook {
        families = families.stream().map(List::copyOf).toList();
    }

    /** What each enabled rule finds on the day. */
    public Map<AnomalyRule, Finding> judge(DayCurve day, Past past) {
        Map<AnomalyRule, Finding> findings = new LinkedHashMap<>();
        families.stream().flatMap(List::stream).filter(AnomalyRule::enabled).forEach(rule -> rule.judge(day, past)
                .ifPresent(finding -> findings.put(rule, finding)));
        return findings;
    }
}
