package io.consumo.model;

import java.util.EnumSet;
import java.util.Set;

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

    /** What people may make of a case in this state; that an episode has ended by itself nobody decides. */
    public Set<CaseStatus> next() {
        return switch (this) {
            case OPEN, CLEARED -> EnumSet.of(ACKNOWLEDGED, INSPECTION, CONFIRMED, DISMISSED);
            case ACKNOWLEDGED -> EnumSet.of(OPEN, INSPECTION, CONFIRMED, DISMISSED);
            case INSPECTION -> EnumSet.of(ACKNOWLEDGED, CONFIRMED, DISMISSED);
            case CONFIRMED, DISMISSED -> EnumSet.of(ACKNOWLEDGED, INSPECTION);
        };
    }
}
