package io.consumo.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Parses ISO dates and times with an offset. Meters report at the same ones, so those that were seen are kept. */
final class SeenInstants {

    /** Two months of quarter hours. */
    static final int KEPT = 6_000;

    /** Two megabytes at most are kept. */
    private static final int LONGEST_KEPT = 40;

    private static final Map<String, Instant> SEEN = new ConcurrentHashMap<>();

    private SeenInstants() {}

    /** @throws java.time.format.DateTimeParseException when it is none */
    static Instant parse(String text) {
        Instant seen = SEEN.get(text);
        return seen != null ? seen : parseAndKeep(text);
    }

    private static Instant parseAndKeep(String text) {
        Instant parsed = OffsetDateTime.parse(text).toInstant();
        if (text.length() <= LONGEST_KEPT) {
            if (SEEN.size() >= KEPT) {
                SEEN.clear();
            }
            SEEN.put(text, parsed);
        }
        return parsed;
    }
}
