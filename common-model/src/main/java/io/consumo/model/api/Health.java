package io.consumo.model.api;

import java.util.Map;

/**
 * Whether the API runs, and what it can reach.
 *
 * @param status UP whenever the API answers
 * @param stores postgres, mongodb and kafka to UP or DOWN
 */
public record Health(String status, Map<String, String> stores) {}
