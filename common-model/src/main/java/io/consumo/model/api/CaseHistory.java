package io.consumo.model.api;

import io.consumo.model.CaseStatus;
import io.consumo.model.DismissalReason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people did with a case.
 *
 * @param version counts decisions
 * @param next what the case may become
 * @param undoUntil until when the last decision can be taken back; null when none can
 * @param entries oldest first
 */
public record CaseHistory(
        String id,
        CaseStatus status,
        int version,
        Set<CaseStatus> next,
        @Nullable Instant undoUntil,
        List<Entry> entries) {

    /**
     * One decision.
     *
     * @param status as it stood after it
     * @param undone whether it was taken back
     */
    public record Entry(
            int version,
            Instant at,
            String by,
            CaseStatus status,
            @Nullable String assignee,
            @Nullable DismissalReason reason,
            @Nullable String comment,
            boolean undone) {}
}
