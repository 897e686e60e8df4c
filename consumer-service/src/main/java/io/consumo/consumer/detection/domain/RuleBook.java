package io.consumo.consumer.detection.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The visible list of rules, in families: of the rules that explain the same kind of change the more telling comes
 * first, and its episodes take the place of the others', so that one change is not told under several names.
 */
public record RuleBook(List<List<AnomalyRule>> families) {

    public RuleBook {
        families = families.stream().map(List::copyOf).toList();
    }

    /** All rules of all families. */
    public List<AnomalyRule> rules() {
        return families.stream().flatMap(List::stream).toList();
    }

    public Optional<AnomalyRule> rule(String key) {
        return rules().stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    /** The same book with the rule in place of that of its key. */
    public RuleBook with(AnomalyRule changed) {
        return new RuleBook(families.stream()
                .map(family -> family.stream()
                        .map(rule -> rule.key().equals(changed.key()) ? changed : rule)
                        .toList())
                .toList());
    }

    /** What each enabled rule finds on the day. */
    Map<AnomalyRule, Finding> judge(DayCurve day, Past past, RuleWatch watch) {
        Map<AnomalyRule, Finding> findings = new LinkedHashMap<>();
        boolean isTimed = watch.timesThisDay();
        int number = 0;
        for (List<AnomalyRule> family : families) {
            for (AnomalyRule rule : family) {
                if (rule.enabled()) {
                    long begun = isTimed ? System.nanoTime() : 0;
                    Optional<Finding> found = judge(rule, day, past);
                    if (isTimed) {
                        watch.took(number, System.nanoTime() - begun);
                    }
                    if (found.isPresent()) {
                        watch.fired(number);
                        findings.put(rule, found.get());
                    }
                }
                number++;
            }
        }
        return findings;
    }

    private static Optional<Finding> judge(AnomalyRule rule, DayCurve day, Past past) {
        return rule.judge(day, past).or(() -> past.firedLately(rule) ? rule.goesOn(day, past) : Optional.empty());
    }
}
