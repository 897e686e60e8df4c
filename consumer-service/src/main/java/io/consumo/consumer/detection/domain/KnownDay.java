package io.consumo.consumer.detection.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A day of a client that has been judged.
 *
 * @param findings what fired on it, by the key of the rule
 * @param doubtful whether it lies so far from what is usual that it teaches nothing, though no rule fired
 */
public record KnownDay(DayCurve curve, Map<String, Found> findings, boolean doubtful) {

    public KnownDay {
        findings = Map.copyOf(findings);
    }

    /**
     * What a rule found on the day, and what was expected then.
     *
     * @param expected usual kWh of the hours that were measured
     * @param spread how far the total of such a day usually strays, in kWh
     * @param earlier the days just before on which it shows, too
     */
    public record Found(Finding finding, double expected, double spread, Optional<Earlier> earlier) {}

    /**
     * Sums over days that, when they were judged, were too few to tell.
     *
     * @param hours that were measured
     */
    public record Earlier(LocalDate firstDay, int days, double observed, double expected, int hours) {}

    public LocalDate day() {
        return curve.day();
    }

    /** Whether the day may teach what is normal. */
    public boolean isAccepted() {
        return findings.isEmpty() && !doubtful && curve.isComplete();
    }
}
