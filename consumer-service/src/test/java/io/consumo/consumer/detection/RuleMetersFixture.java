package io.consumo.consumer.detection;

import io.consumo.consumer.detection.domain.RuleWatch;

/** What watches the live rules, for tests of the domain. */
public final class RuleMetersFixture {

    private RuleMetersFixture() {}

    public static RuleWatch of(RuleProperties rules) {
        return new RuleMeters(rules);
    }
}
