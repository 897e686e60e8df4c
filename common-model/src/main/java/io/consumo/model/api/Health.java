package io.consumo.model.api;

import java.util.List;
import java.util.Map;

/**
 * Whether the API runs, and what it can reach.
 *
 * @param status UP whenever the API answers
 * @param stores postgres, mongodb and kafka to UP or DOWN
 * @param advice a sentence for each store that is DOWN: what to do
 */
public record Health(String status, Map<String, String> stores, List<String> advice) {

    private static final String ADVICE =
            "%1$s does not answer: ./start.sh starts what is missing, and ./start.sh logs %1$s tells why it ended.";

    /** Of a service that runs. */
    public static Health of(Map<String, String> stores) {
        return new Health("UP", stores, advice(stores));
    }

    /** A sentence for each store that is not UP. */
    public static List<String> advice(Map<String, String> stores) {
        return stores.entrySet().stream()
                .filter(store -> !store.getValue().equals("UP"))
                .map(store -> ADVICE.formatted(store.getKey()))
                .toList();
    }
}
