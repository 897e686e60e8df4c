package io.consumo.consumer.detection;

import io.consumo.consumer.InstallationProperties;
import io.consumo.consumer.detection.domain.AnomalyRule;
import io.consumo.consumer.detection.domain.Detector;
import io.consumo.consumer.detection.domain.InvalidThreshold;
import io.consumo.consumer.detection.domain.RuleBook;
import io.consumo.consumer.detection.domain.RuleWatch;
import io.consumo.model.api.RuleSettings;
import io.consumo.model.store.RuleSettingsDocument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The rules as they judge now: as configured, with what people changed of them. A judgement takes them once, at its
 * beginning, so that it is made by one set of rules.
 */
@Service
public class LiveRules {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);

    private final RuleSettingsStore store;
    private final RuleBook shipped;
    private final DetectionProperties properties;
    private final InstallationProperties installation;
    private final RuleWatch watch;
    private volatile @Nullable Followed followed;

    LiveRules(
            RuleSettingsStore store,
            RuleProperties rules,
            DetectionProperties properties,
            InstallationProperties installation,
            RuleWatch watch) {
        this.store = store;
        this.shipped = rules.book();
        this.properties = properties;
        this.installation = installation;
        this.watch = watch;
    }

    private record Followed(RuleBook book, Map<String, RuleSettingsDocument> changes) {}

    /** Judges by the rules as they are now. */
    public Detector detector() {
        return detector(book()).watchedBy(watch);
    }

    /** Judges by the given rules, otherwise as live. */
    public Detector detector(RuleBook book) {
        return properties.detector(book, installation);
    }

    public RuleBook book() {
        return current().book();
    }

    /** Looks what people have changed. */
    public void refresh() {
        current(read());
    }

    /** As they judge now, what they are shipped as, and what is allowed. */
    public List<RuleSettings> settings() {
        Followed now = current();
        return now.book().rules().stream()
                .map(rule -> settings(rule, now.changes().get(rule.key())))
                .toList();
    }

    /**
     * The live rule with other settings.
     *
     * @param enabled null leaves it as it is
     * @throws UnknownRule when there is none of the key
     * @throws InvalidThreshold when one of the thresholds is unknown or makes no sense
     */
    public AnomalyRule changed(String key, @Nullable Boolean enabled, Map<String, Double> thresholds) {
        RuleBook book = book();
        return book.rule(key)
                .orElseThrow(() -> new UnknownRule(
                        key, book.rules().stream().map(AnomalyRule::key).toList()))
                .with(enabled, thresholds);
    }

    private Followed current() {
        Followed now = followed;
        // Nothing is judged before it is known by what.
        return now == null ? current(read()) : now;
    }

    private synchronized Followed current(Map<String, RuleSettingsDocument> changes) {
        Followed now = followed;
        if (now == null || !now.changes().equals(changes)) {
            now = new Followed(book(changes), changes);
            followed = now;
            changes.forEach((rule, change) ->
                    LOG.info("{} judges by version {}: {}", rule, change.version(), change.thresholds()));
        }
        return now;
    }

    private Map<String, RuleSettingsDocument> read() {
        return store.all().stream()
                .collect(Collectors.toMap(
                        RuleSettingsDocument::rule, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private RuleBook book(Map<String, RuleSettingsDocument> changes) {
        RuleBook book = shipped;
        for (AnomalyRule rule : shipped.rules()) {
            RuleSettingsDocument change = changes.get(rule.key());
            if (change != null) {
                book = book.with(changed(rule, change));
            }
        }
        return book;
    }

    /** A change that an earlier release allowed and this one does not must not stop the judging. */
    private static AnomalyRule changed(AnomalyRule rule, RuleSettingsDocument change) {
        try {
            return rule.with(change.enabled(), change.thresholds());
        } catch (InvalidThreshold e) {
            LOG.error("{} judges as configured: {}", rule.key(), e.getMessage());
            return rule;
        }
    }

    private RuleSettings settings(AnomalyRule rule, @Nullable RuleSettingsDocument change) {
        Map<String, Double> standard = shipped.rule(rule.key()).orElseThrow().thresholds();
        Map<String, Double> values = rule.thresholds();
        List<RuleSettings.Threshold> thresholds = rule.limits().entrySet().stream()
                .map(limit -> new RuleSettings.Threshold(
                        limit.getKey(),
                        values.getOrDefault(limit.getKey(), Double.NaN),
                        standard.getOrDefault(limit.getKey(), Double.NaN),
                        unit(limit.getKey()),
                        limit.getValue().lowest(),
                        limit.getValue().highest().isEmpty()
                                ? null
                                : limit.getValue().highest().getAsDouble()))
                .toList();
        return new RuleSettings(
                rule.key(),
                rule.type(),
                rule.subtype().orElse(null),
                rule.enabled(),
                thresholds,
                null,
                change == null ? 0 : change.version(),
                change == null ? null : change.changedBy(),
                change == null ? null : change.changedAt(),
                change == null ? null : change.reason());
    }

    /** Names of thresholds end with their unit; {@code days} and {@code daysToOpen} say it themselves. */
    private static @Nullable String unit(String name) {
        if (name.endsWith("Percent")) {
            return "%";
        }
        if (name.endsWith("Kwh")) {
            return "kWh";
        }
        if (name.endsWith("Kw")) {
            return "kW";
        }
        if (name.endsWith("Hours") || name.endsWith("Hour") || name.equals("hours")) {
            return "h";
        }
        return name.endsWith("Days") || name.startsWith("days") ? "d" : null;
    }
}
