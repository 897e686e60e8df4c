package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.RuleBook;
import io.consumo.consumer.detection.domain.rule.DropRule;
import io.consumo.consumer.detection.domain.rule.FlatRule;
import io.consumo.consumer.detection.domain.rule.NightPatternRule;
import io.consumo.consumer.detection.domain.rule.PlantationRule;
import io.consumo.consumer.detection.domain.rule.ShapeRule;
import io.consumo.consumer.detection.domain.rule.SpikeRule;
import io.consumo.consumer.detection.domain.rule.ZeroRule;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The rules, each bound from its own block of settings. */
@ConfigurationProperties("consumo.rules")
public record RuleProperties(
        PlantationRule plantation,
        NightPatternRule nightPattern,
        SpikeRule spike,
        ZeroRule zero,
        FlatRule flat,
        ShapeRule shape,
        DropRule drop) {

    /** What is added to a client's consumption, and what is taken from it; the more telling rule first. */
    public RuleBook book() {
        return new RuleBook(List.of(List.of(plantation, nightPattern, spike), List.of(zero, flat, shape, drop)));
    }
}
