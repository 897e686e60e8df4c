package io.consumo.api.anomalies;

/** Somebody else decided in the meantime. */
public final class DecisionOvertaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    DecisionOvertaken(int seen, int now) {
        super("was made in sight of version " + seen + ", the case has version " + now + ": look at it again");
    }
}
