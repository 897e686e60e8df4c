package io.consumo.api.rules;

import io.consumo.api.request.InvalidParameter;
import io.consumo.api.request.Unknown;
import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Has changed rules judge stored days, without any effect. */
@Service
public class TryRules {

    private final RuleEngine engine;

    TryRules(RuleEngine engine) {
        this.engine = engine;
    }

    public Backtest begin(BacktestRequest request, String by) {
        if (request.rules().isEmpty()) {
            throw new InvalidParameter("rules", "name no rule", List.of("a rule's key with thresholds to try"));
        }
        if (request.from() != null && request.to() != null && request.from().isAfter(request.to())) {
            throw new InvalidParameter(
                    "from",
                    "must not be after to (" + request.to() + "), was " + request.from(),
                    List.of("a day up to " + request.to()));
        }
        Map<String, BacktestRequest.Trial> rules = new HashMap<>();
        request.rules().forEach((rule, trial) -> {
            ChangeRules.requireFinite(trial.thresholds());
            rules.put(ChangeRules.key(rule), trial);
        });
        return engine.backtest(new BacktestRequest(rules, request.from(), request.to()), by);
    }

    public Backtest find(String id) {
        return engine.backtest(id).orElseThrow(() -> new Unknown(Unknown.Thing.BACKTEST, id));
    }
}
