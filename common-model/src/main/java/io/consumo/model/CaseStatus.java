package io.consumo.model;

/** Where a case stands; the last three are closed. */
public enum CaseStatus {
    OPEN,
    ACKNOWLEDGED,
    INSPECTION,
    CONFIRMED,
    DISMISSED,
    CLEARED;

    public boolean isClosed() {
        return compareTo(CONFIRMED) >= 0;
    }
}
