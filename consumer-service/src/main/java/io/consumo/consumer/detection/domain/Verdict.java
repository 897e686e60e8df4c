package io.consumo.consumer.detection.domain;

import java.util.Map;
import java.util.Optional;

/** What the rules say of one day; without an expectation there was too little history to judge it. */
public record Verdict(DayCurve curve, Optional<Expectation> expectation, Map<AnomalyRule, Finding> findings) {

    /** Whether the day may teach what is normal. */
    boolean isAccepted() {
        return findings.isEmpty() && curve.isComplete();
    }
}
