package io.consumo.api.anomalies;

import io.consumo.model.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a case.
 *
 * @param version counts decisions
 */
public record Decision(CaseStatus status, @Nullable String assignee, int version) {}
