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
public record Health(String status, Map<String, String> stores, List<String> advice) {}
