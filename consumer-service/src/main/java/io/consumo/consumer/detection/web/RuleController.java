package io.consumo.consumer.detection.web;

import io.consumo.consumer.detection.LiveRules;
import io.consumo.model.api.RuleChange;
import io.consumo.model.api.RuleSettings;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules for the API, which keeps what people change of them. */
@RestController
@RequestMapping("/internal/rules")
class RuleController {

    private final LiveRules rules;

    RuleController(LiveRules rules) {
        this.rules = rules;
    }

    @GetMapping
    List<RuleSettings> rules() {
        return rules.settings();
    }

    @PostMapping("/{rule}/check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@PathVariable String rule, @RequestBody RuleChange change) {
        rules.changed(rule, change.enabled(), change.thresholds());
    }

    @PostMapping("/refresh")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refresh() {
        rules.refresh();
    }
}
