package io.consumo.api.anomalies;

import java.util.List;

/** The case does not allow that now. */
public final class DecisionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> allowed;

    /** @param allowed what it does allow, for people to read */
    DecisionRefused(String reason, List<String> allowed) {
        super(reason);
        this.allowed = List.copyOf(allowed);
    }

    public List<String> allowed() {
        return allowed;
    }
}
