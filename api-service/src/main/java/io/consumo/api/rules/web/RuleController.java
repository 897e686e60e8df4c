package io.consumo.api.rules.web;

import io.consumo.api.access.Login;
import io.consumo.api.rules.ChangeRules;
import io.consumo.api.rules.ScoreRules;
import io.consumo.api.rules.TryRules;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleScore;
import io.consumo.model.api.RuleSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(RuleController.PATH)
@Tag(name = "Rules")
class RuleController {

    static final String PATH = "/api/v1/rules";

    private final ChangeRules rules;
    private final TryRules tries;
    private final ScoreRules score;

    RuleController(ChangeRules rules, TryRules tries, ScoreRules score) {
        this.rules = rules;
        this.tries = tries;
        this.score = score;
    }

    @GetMapping
    @Operation(
            operationId = "listRules",
            summary = "The rules as they judge now",
            description = "Each with its thresholds, their bounds, and how often its closed cases were right.")
    List<RuleSettings> list() {
        return rules.list();
    }

    @PutMapping("/{type}")
    @Operation(
            operationId = "changeRule",
            summary = "Change a rule",
            description =
                    "Thresholds that are left out stay as they are. It judges so from the next readings on; cases"
                            + " of days that were judged before stay until such a day is judged again. Needs the role OPERATOR.")
    RuleSettings change(
            @Parameter(
                            description = "The rule's key",
                            example = "fraud.drop",
                            schema = @Schema(type = "string", pattern = "^[a-z]+(\\.[a-z]+)?$"))
                    @PathVariable
                    String type,
            @RequestBody RuleChange change,
            @Parameter(hidden = true) @AuthenticationPrincipal Login login) {
        return rules.change(type, change, login.username());
    }

    @PostMapping("/backtest")
    @ApiResponse(responseCode = "202", description = "It has begun; the header Location says where it is told of")
    @Operation(
            operationId = "startBacktest",
            summary = "Try changed rules on stored days",
            description =
                    "Tells which cases they would find and lose, and touches nothing. One runs at a time. Needs the"
                            + " role ANALYST.")
    ResponseEntity<Backtest> backtest(
            @RequestBody BacktestRequest request, @Parameter(hidden = true) @AuthenticationPrincipal Login login) {
        Backtest begun = tries.begin(request, login.username());
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/backtest/" + begun.id()))
                .body(begun);
    }

    @GetMapping("/backtest/{id}")
    @Operation(operationId = "getBacktest", summary = "How far a backtest is, and what it found")
    Backtest backtest(@Parameter(description = "The backtest's id", example = "6742f0c2a1b3") @PathVariable String id) {
        return tries.find(id);
    }

    @GetMapping("/score")
    @Operation(
            operationId = "scoreRules",
            summary = "The rules against the simulation's truth",
            description = "Recall, precision and days to detection of what the simulation has put into its clients;"
                    + " without a simulation there is nothing to score.")
    RuleScore score() {
        return score.score();
    }
}
