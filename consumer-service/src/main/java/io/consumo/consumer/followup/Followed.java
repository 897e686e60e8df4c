package io.consumo.consumer.followup;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;

/**
 * Client-days to follow up.
 *
 * @param revision greater than that of every earlier run for these clients
 */
public record Followed(Map<String, SortedSet<LocalDate>> days, long revision) {}
