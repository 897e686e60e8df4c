package io.consumo.api.anomalies;

import io.consumo.api.request.InvalidParameter;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which cases are asked for; what is missing does not restrict. */
public record AnomalyFilter(
        @Parameter(description = "Types, any of them; all by default") @Nullable
        Set<AnomalyType> type,

        @Parameter(description = "States, any of them; all by default") @Nullable
        Set<CaseStatus> status,

        @Parameter(description = "Severities, any of them; all by default") @Nullable
        Set<Severity> severity,

        @Parameter(description = "The client; all by default", example = "C-000042") @Nullable
        String client,

        @Parameter(
                description = "Cases that still showed on this local day or later; all by default",
                example = "2026-11-01")
        @Nullable
        LocalDate from,

        @Parameter(
                description = "Cases that showed on this local day or earlier; all by default",
                example = "2026-11-24")
        @Nullable
        LocalDate to,

        @Parameter(
                description = "The user who works on it; empty for cases that nobody works on; all by default",
                example = "analyst")
        @Nullable
        String assignee) {

    public AnomalyFilter {
        type = known(type);
        status = known(status);
        severity = known(severity);
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidParameter(
                    "from", "must not be after to (" + to + "), was " + from, List.of("a day up to " + to));
        }
    }

    /** An empty value between commas restricts nothing. */
    private static <E> @Nullable Set<E> known(@Nullable Set<E> values) {
        if (values == null) {
            return null;
        }
        Set<E> known = values.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        return known.isEmpty() ? null : known;
    }

    public static AnomalyFilter onlyClient(String clientId) {
        return new AnomalyFilter(null, null, null, clientId, null, null, null);
    }
}
