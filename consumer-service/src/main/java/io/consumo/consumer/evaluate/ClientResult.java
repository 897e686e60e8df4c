package io.consumo.consumer.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found on one client.
 *
 * @param injected null for an untouched client
 * @param split only days from here on are counted
 * @param days the client's days since
 * @param cases those since the split, by the name of who found them
 */
public record ClientResult(
        String clientId, @Nullable Injected injected, LocalDate split, int days, Map<String, List<FoundCase>> cases) {

    boolean isAnomaly() {
        return injected != null && injected.anomaly();
    }

    boolean isControl() {
        return injected != null && !injected.anomaly();
    }

    boolean isUntouched() {
        return injected == null;
    }

    List<FoundCase> casesOf(String contestant) {
        return cases.getOrDefault(contestant, List.of());
    }

    /** By the highest score since the split. */
    double rank(String contestant) {
        return casesOf(contestant).stream().mapToDouble(FoundCase::score).max().orElse(0);
    }
}
