package io.consumo.model;

import java.util.List;

/** A reading that cannot be taken: which field, and why in words for whoever sent it. */
public final class InvalidReading extends RuntimeException {

    /** All that can be wrong; value stands for the whole. */
    public static final List<String> FIELDS =
            List.of("value", "clientId", "start", "minutes", "kwh", "quality", "revision");

    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    public InvalidReading(String field, String reason) {
        // Thrown a million times for a million bad records: a stack trace would tell nothing and cost much.
        super(field + ": " + reason, null, false, false);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
