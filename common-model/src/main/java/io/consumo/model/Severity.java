package io.consumo.model;

/** How pressing a case is. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The severity of a score from 0 to 100. */
    public static Severity ofScore(int score) {
        if (score >= 85) {
            return CRITICAL;
        }
        if (score >= 65) {
            return HIGH;
        }
        return score >= 40 ? MEDIUM : LOW;
    }
}
