package io.consumo.api.anomalies;

import java.time.Instant;
import java.util.Comparator;

/**
 * That a case was judged, or that somebody decided about it; in order of time, then of the cases' ids.
 *
 * @param at the time that the change carries; it is stored some time later
 * @param decision which one it was, counted from 1; 0 for a judgement
 */
public record CaseChange(Instant at, String caseId, int decision) implements Comparable<CaseChange> {

    private static final Comparator<CaseChange> ORDER = Comparator.comparing(CaseChange::at)
            .thenComparing(CaseChange::caseId)
            .thenComparingInt(CaseChange::decision);

    /** A place before all changes of the instant and after all earlier ones. */
    public static CaseChange before(Instant instant) {
        return new CaseChange(instant, "", 0);
    }

    @Override
    public int compareTo(CaseChange other) {
        return ORDER.compare(this, other);
    }
}
