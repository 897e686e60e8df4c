package io.consumo.api.rules;

import io.consumo.api.anomalies.CountCases;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Text;
import io.consumo.api.request.Unknown;
import io.consumo.model.api.AnomalyStats.RulePrecision;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import io.consumo.model.store.RuleSettingsDocument;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tells how the rules judge, and changes it while they do. */
@Service
public class ChangeRules {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeRules.class);

    private final RuleEngine engine;
    private final RuleSettingsStore store;
    private final CountCases cases;
    private final Clock clock;

    ChangeRules(RuleEngine engine, RuleSettingsStore store, CountCases cases, Clock clock) {
        this.engine = engine;
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    /** With the precision of those that have closed cases. */
    public List<RuleSettings> list() {
        List<RuleSettings> rules = engine.rules();
        Map<String, RulePrecision> precision =
                cases.count().precision().stream().collect(Collectors.toMap(RulePrecision::rule, Function.identity()));
        return rules.stream().map(rule -> with(rule, precision)).toList();
    }

    private static RuleSettings with(RuleSettings rule, Map<String, RulePrecision> precision) {
        return new RuleSettings(
                rule.rule(),
                rule.type(),
                rule.subtype(),
                rule.enabled(),
                rule.thresholds(),
                precision.get(rule.rule()),
                rule.version(),
                rule.changedBy(),
                rule.changedAt(),
                rule.reason());
    }

    /** The key of a rule as the consumer has it. */
    public static String key(String rule) {
        return rule.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Changes a rule; the consumers follow at once, or within some seconds when they were away.
     *
     * @param by the user who does
     * @throws RuleOvertaken when the change names a version that is not the present one
     */
    public RuleSettings change(String name, RuleChange change, String by) {
        requireSensible(change);
        String rule = key(name);
        RuleSettings now = engine.rules().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new Unknown(Unknown.Thing.RULE, rule));
        RuleSettingsDocument after = store(rule, change, by);
        refresh();
        return settings(now, after);
    }

    private static void requireSensible(RuleChange change) {
        if (change.enabled() == null && change.thresholds().isEmpty()) {
            throw new InvalidParameter(
                    "thresholds", "are missing, and so is enabled", List.of("thresholds by name", "enabled"));
        }
        requireFinite(change.thresholds());
        Text.requireShort("reason", change.reason());
    }

    static void requireFinite(Map<String, Double> thresholds) {
        thresholds.forEach((threshold, value) -> {
            if (!Double.isFinite(value)) {
                throw new InvalidParameter(threshold, "must be a number, was " + value, List.of("a number"));
            }
        });
    }

    private RuleSettingsDocument store(String rule, RuleChange change, String by) {
        while (true) {
            RuleSettingsDocument before = store.find(rule)
                    .orElseGet(() -> new RuleSettingsDocument(rule, null, Map.of(), 0, by, clock.instant(), null));
            if (change.version() != null && change.version() != before.version()) {
                throw new RuleOvertaken(change.version(), before.version());
            }
            Map<String, Double> thresholds = new HashMap<>(before.thresholds());
            thresholds.putAll(change.thresholds());
            RuleSettingsDocument after = new RuleSettingsDocument(
                    rule,
                    change.enabled() == null ? before.enabled() : change.enabled(),
                    thresholds,
                    before.version() + 1,
                    by,
                    clock.instant(),
                    change.reason());
            // All of it: what others have changed meanwhile must go together with this.
            engine.check(rule, new RuleChange(after.enabled(), thresholds, change.reason(), before.version()));
            if (store.replace(after, before.version())) {
                return after;
            }
            // Somebody was quicker.
        }
    }

    private void refresh() {
        try {
            engine.refresh();
        } catch (ConsumerAway | ConsumerRefused e) {
            LOG.warn("Consumers follow changed rules when they next look: {}", e.getMessage());
        }
    }

    /** What the engine will tell when it has followed. */
    private RuleSettings settings(RuleSettings now, RuleSettingsDocument after) {
        List<RuleSettings.Threshold> thresholds = now.thresholds().stream()
                .map(threshold -> new RuleSettings.Threshold(
                        threshold.name(),
                        after.thresholds().getOrDefault(threshold.name(), threshold.value()),
                        threshold.standard(),
                        threshold.unit(),
                        threshold.lowest(),
                        threshold.highest()))
                .toList();
        return new RuleSettings(
                now.rule(),
                now.type(),
                now.subtype(),
                Objects.requireNonNullElse(after.enabled(), now.enabled()),
                thresholds,
                cases.count().precision().stream()
                        .filter(precision -> precision.rule().equals(now.rule()))
                        .findFirst()
                        .orElse(null),
                after.version(),
                after.changedBy(),
                after.changedAt(),
                after.reason());
    }
}
