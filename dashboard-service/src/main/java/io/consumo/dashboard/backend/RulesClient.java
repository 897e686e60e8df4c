package io.consumo.dashboard.backend;

import io.consumo.model.api.Backtest;
import io.consumo.model.api.BacktestRequest;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleScore;
import io.consumo.model.api.RuleSettings;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Rules, and what other thresholds would do. */
@Component
public class RulesClient {

    private final ApiHttp api;

    RulesClient(ApiHttp api) {
        this.api = api;
    }

    public List<RuleSettings> all(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/rules");
    }

    /** Has all judging go by other thresholds; answers the rule as it stands now. */
    public RuleSettings change(Caller caller, String rule, RuleChange change) {
        return api.put(caller, new ParameterizedTypeReference<>() {}, change, "/rules/{rule}", rule);
    }

    /** Begins to try thresholds on stored days; only one is tried at a time. */
    public Backtest tryOut(Caller caller, BacktestRequest request) {
        return api.post(caller, new ParameterizedTypeReference<>() {}, request, "/rules/backtest");
    }

    public Backtest backtest(Caller caller, String id) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/rules/backtest/{id}", id);
    }

    /** How well the rules find what the simulation has put in. */
    public RuleScore score(Caller caller) {
        return api.get(caller, new ParameterizedTypeReference<>() {}, "/rules/score");
    }
}
