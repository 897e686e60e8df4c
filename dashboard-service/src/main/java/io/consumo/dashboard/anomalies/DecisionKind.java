package io.consumo.dashboard.anomalies;

import io.consumo.model.CaseStatus;
import org.jspecify.annotations.Nullable;

/** What people may do with a case, and the key that does it. */
enum DecisionKind {
    ACKNOWLEDGE("a", CaseStatus.ACKNOWLEDGED, false),
    INSPECT("i", CaseStatus.INSPECTION, false),
    CONFIRM("c", CaseStatus.CONFIRMED, true),
    DISMISS("d", CaseStatus.DISMISSED, true),
    COMMENT("m", null, true);

    private final String key;
    private final @Nullable CaseStatus status;
    private final boolean words;

    DecisionKind(String key, @Nullable CaseStatus status, boolean words) {
        this.key = key;
        this.status = status;
        this.words = words;
    }

    String key() {
        return key;
    }

    /** The state it leads to, null when it leaves the state alone. */
    @Nullable
    CaseStatus status() {
        return status;
    }

    /** Whether it asks for words, or is done at once. */
    boolean wantsWords() {
        return words;
    }
}
