package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.util.Map;

/**
 * A day of a client that has been judged.
 *
 * @param findings what fired on it, by the key of the rule
 */
public record KnownDay(DayCurve curve, Map<String, Found> findings) {

    public KnownDay {
        findings = Map.copyOf(findings);
    }

    /**
     * What a rule found on the day, and what was expected then.
     *
     * @param expected usual kWh of the hours that were measured
     * @param spread how far the total of such a day usually strays, in kWh
     */
    public record Found(Finding finding, double expected, double spread) {}

    public LocalDate day() {
        return curve.day();
    }

    /** Whether the day may teach what is normal. */
    public boolean isAccepted() {
        return findings.isEmpty() && curve.isComplete();
    }
}
