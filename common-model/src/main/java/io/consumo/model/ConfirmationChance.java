package io.consumo.model;

/**
 * How likely a visit confirms a case of a rule: its precision so far, drawn towards that of ordinary screening while few
 * cases are closed. The mean of a Beta distribution.
 */
public final class ConfirmationChance {

    /** Of visits after ordinary screening a fifth confirm (15 to 20 % reported by utilities); that counts as much as ten. */
    private static final double PRIOR_CONFIRMED = 2;

    private static final double PRIOR_CLOSED = 10;

    private ConfirmationChance() {}

    /**
     * From 0 to 1.
     *
     * @param confirmed cases of the rule that a visit confirmed
     * @param dismissed cases of the rule that were dismissed
     */
    public static double of(int confirmed, int dismissed) {
        return (confirmed + PRIOR_CONFIRMED) / (confirmed + dismissed + PRIOR_CLOSED);
    }
}
