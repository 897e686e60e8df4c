package io.consumo.api.rules;

/** The rule was changed since the version that a change starts from. */
public final class RuleOvertaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RuleOvertaken(int seen, int present) {
        super("the change starts from version " + seen + ", the rule has version " + present);
    }
}
