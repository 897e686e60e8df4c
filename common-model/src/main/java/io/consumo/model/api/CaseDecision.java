package io.consumo.model.api;

import io.consumo.model.CaseStatus;
import io.consumo.model.DismissalReason;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a case; what is null stays as it is.
 *
 * @param assignee a user; empty for nobody
 * @param reason needed for a dismissal, and only for one
 * @param version the decision's version that this one was made in sight of; another is refused
 */
public record CaseDecision(
        @Nullable CaseStatus status,
        @Nullable String assignee,
        @Nullable DismissalReason reason,
        @Nullable String comment,
        @Nullable Integer version) {}
