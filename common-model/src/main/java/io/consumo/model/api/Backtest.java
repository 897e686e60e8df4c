package io.consumo.model.api;

import io.consumo.model.AnomalySubtype;
import io.consumo.model.AnomalyType;
import io.consumo.model.CaseStatus;
import io.consumo.model.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replay of stored days under changed rules, which touches nothing live.
 *
 * @param state RUNNING, DONE or FAILED
 * @param error why it failed
 * @param outcome null until it is DONE
 */
public record Backtest(
        String id,
        String state,
        String by,
        Instant startedAt,
        @Nullable Instant endedAt,
        BacktestRequest request,
        LocalDate from,
        LocalDate to,
        int clientsDone,
        int clients,
        @Nullable String error,
        @Nullable Outcome outcome) {

    /**
     * What would be different.
     *
     * @param casesNow by rule, at the live thresholds
     * @param casesTried by rule, at the tried ones
     * @param found cases that only the tried rules raise, the highest score first, at most 500
     * @param lost cases that only the live rules raise, likewise
     */
    public record Outcome(
            Map<String, Integer> casesNow,
            Map<String, Integer> casesTried,
            int foundCount,
            int lostCount,
            Closed closed,
            List<Case> found,
            List<Case> lost) {}

    /** Cases that people have closed: what the tried rules would have made of them. */
    public record Closed(int confirmedKept, int confirmedLost, int dismissedKept, int dismissedAvoided) {}

    /**
     * A case of one side.
     *
     * @param caseId of the live case that it is; null of one that is not there
     * @param status of that live case
     */
    public record Case(
            String clientId,
            AnomalyType type,
            @Nullable AnomalySubtype subtype,
            Severity severity,
            int score,
            LocalDate firstDay,
            LocalDate lastDay,
            double lostKwh,
            @Nullable String caseId,
            @Nullable CaseStatus status) {}
}
