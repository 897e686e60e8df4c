package io.consumo.model;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A reading as JSON, as it travels on the topic and through REST. */
public final class ReadingJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReadingJson() {}

    /** Writes the start in the offset that the zone has then. */
    public static byte[] write(Reading reading, ZoneId zone) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("clientId", reading.clientId());
        node.put("start", reading.start().atZone(zone).toOffsetDateTime().toString());
        node.put("minutes", reading.length().minutes());
        node.put("kwh", reading.energy().toKwh());
        node.put("quality", reading.quality().name());
        node.put("revision", reading.revision());
        return MAPPER.writeValueAsBytes(node);
    }

    /**
     * Reads a reading.
     *
     * @param defaultRevision where the JSON names none: the sending time in milliseconds
     * @throws InvalidReading when it is no JSON or a field is wrong
     */
    public static Reading read(byte @Nullable [] json, ReadingRules rules, long defaultRevision) {
        if (json == null) {
            throw new InvalidReading("value", "must not be empty");
        }
        try {
            return read(MAPPER.readTree(json), rules, defaultRevision);
        } catch (JacksonException e) {
            throw new InvalidReading("value", "is not JSON");
        }
    }

    /** As {@link #read(byte[], ReadingRules, long)}, of a node already parsed. */
    public static Reading read(JsonNode node, ReadingRules rules, long defaultRevision) {
        if (!node.isObject()) {
            throw new InvalidReading("value", "must be a JSON object");
        }
        return rules.reading(
                text(node, "clientId"),
                text(node, "start"),
                whole(node, "minutes", IntervalLength.HOUR.minutes()),
                number(node, "kwh"),
                quality(node),
                whole(node, "revision", defaultRevision));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new InvalidReading(field, "must be a string");
        }
        return value.stringValue();
    }

    private static long whole(JsonNode node, String field, long otherwise) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidReading(field, "must be a whole number");
        }
        return value.longValue();
    }

    private static @Nullable BigDecimal number(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new InvalidReading(field, "must be a number");
        }
        return value.decimalValue();
    }

    private static Quality quality(JsonNode node) {
        String quality = text(node, "quality");
        if (quality == null) {
            return Quality.MEASURED;
        }
        return switch (quality) {
            case "MEASURED" -> Quality.MEASURED;
            case "ESTIMATED" -> Quality.ESTIMATED;
            default -> throw new InvalidReading("quality", "must be MEASURED or ESTIMATED");
        };
    }
}
