package io.consumo.api.anomalies.web;

import io.consumo.api.access.Login;
import io.consumo.api.anomalies.AnomalyFigures;
import io.consumo.api.anomalies.DecideCases;
import io.consumo.api.anomalies.DecidedCase;
import io.consumo.api.anomalies.DecisionOvertaken;
import io.consumo.api.anomalies.DecisionRefused;
import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Unknown;
import io.consumo.model.CaseStatus;
import io.consumo.model.api.Anomaly;
import io.consumo.model.api.BulkDecision;
import io.consumo.model.api.CaseDecision;
import io.consumo.model.api.CaseHistory;
import io.consumo.model.store.DecisionDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/anomalies")
@Tag(name = "Anomalies")
class CaseWorkController {

    private static final int MAXIMUM_CASES = 500;

    private final DecideCases decide;
    private final AnomalyFigures figures;
    private final Clock clock;

    CaseWorkController(DecideCases decide, AnomalyFigures figures, Clock clock) {
        this.decide = decide;
        this.figures = figures;
        this.clock = clock;
    }

    @PatchMapping("/{id}")
    @Operation(
            operationId = "decideAnomaly",
            summary = "Decide a case",
            description = "Sets status, assignee or both, or adds a comment. Other systems are told after 10 s; until"
                    + " then it can be undone. With a version, the decision is refused when there has been another.")
    Anomaly decide(
            @Parameter(description = "The case's id", example = "fraud.drop:C-000042:2026-11-12") @PathVariable
                    String id,
            @RequestBody CaseDecision decision,
            @Parameter(hidden = true) @AuthenticationPrincipal Login login,
            @Parameter(hidden = true) Locale locale) {
        return figures.anomaly(decide.decide(id, decision, login.username()), locale);
    }

    @PostMapping("/{id}/undo")
    @Operation(
            operationId = "undoDecision",
            summary = "Take the last decision back",
            description = "Within 10 s of it.")
    Anomaly undo(
            @Parameter(description = "The case's id", example = "fraud.drop:C-000042:2026-11-12") @PathVariable
                    String id,
            @Parameter(hidden = true) Locale locale) {
        return figures.anomaly(decide.undo(id), locale);
    }

    @GetMapping("/{id}/history")
    @Operation(
            operationId = "getAnomalyHistory",
            summary = "What people did with a case",
            description = "Oldest first, and what it may become.")
    CaseHistory history(
            @Parameter(description = "The case's id", example = "fraud.drop:C-000042:2026-11-12") @PathVariable
                    String id) {
        DecidedCase decided = decide.find(id);
        DecisionDocument decision = decided.decision();
        return new CaseHistory(
                id,
                decided.status(),
                decision.version(),
                decided.status().next(),
                DecideCases.undoUntil(decision, clock.instant()).orElse(null),
                decision.history().stream()
                        .map(entry -> entry(entry, decided.judged().status()))
                        .toList());
    }

    private static CaseHistory.Entry entry(DecisionDocument.Entry entry, CaseStatus judged) {
        return new CaseHistory.Entry(
                entry.version(),
                entry.at(),
                entry.by(),
                Objects.requireNonNullElse(entry.status(), judged),
                entry.assignee(),
                entry.reason(),
                entry.comment(),
                entry.undone());
    }

    @PostMapping("/bulk")
    @Operation(
            operationId = "decideAnomalies",
            summary = "Decide many cases alike",
            description = "At most 500. Each stands for itself: the answer tells which were decided, and why not.")
    BulkDecision.Result bulk(
            @RequestBody BulkDecision request, @Parameter(hidden = true) @AuthenticationPrincipal Login login) {
        if (request.ids() == null || request.ids().isEmpty() || request.ids().size() > MAXIMUM_CASES) {
            throw new InvalidParameter(
                    "ids", "must name from 1 to " + MAXIMUM_CASES + " cases", List.of("1 to " + MAXIMUM_CASES));
        }
        if (request.decision() == null) {
            throw new InvalidParameter("decision", "is missing", List.of("status, assignee, reason, comment"));
        }
        List<BulkDecision.Item> items = request.ids().stream()
                .distinct()
                .map(id -> item(id, request.decision(), login.username()))
                .toList();
        return new BulkDecision.Result(
                (int) items.stream().filter(item -> item.problem() == null).count(), items);
    }

    private BulkDecision.Item item(String id, CaseDecision decision, String by) {
        try {
            return new BulkDecision.Item(
                    id, decide.decide(id, decision, by).decision().version(), null);
        } catch (Unknown | DecisionRefused | DecisionOvertaken refused) {
            return new BulkDecision.Item(id, null, refused.getMessage());
        }
    }
}
