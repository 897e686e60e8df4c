package io.consumo.model.store;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What people changed of a rule, in MongoDB's {@code rule_settings}, written by the API alone and followed by the
 * consumers.
 *
 * @param rule its key, for instance {@code fraud.drop}
 * @param enabled null when it is as configured
 * @param thresholds the changed ones, by name
 * @param version counts changes
 */
public record RuleSettingsDocument(
        @BsonId String rule,
        @Nullable Boolean enabled,
        Map<String, Double> thresholds,
        int version,
        String changedBy,
        Instant changedAt,
        @Nullable String reason) {

    public static final String COLLECTION = "rule_settings";

    public RuleSettingsDocument {
        thresholds = Map.copyOf(Objects.requireNonNullElse(thresholds, Map.of()));
    }
}
