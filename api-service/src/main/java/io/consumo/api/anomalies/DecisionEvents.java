package io.consumo.api.anomalies;

/** Tells other systems of decided cases, at least once. */
public interface DecisionEvents {

    /** Returns when it is kept safe. */
    void publish(DecidedCase decided);
}
