package io.consumo.api.request;

import java.util.List;

/** A request cannot be answered because of one of its parameters. */
public final class InvalidParameter extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;
    private final transient List<String> allowed;

    /** @param allowed values or forms to choose from, for people to read */
    public InvalidParameter(String field, String reason, List<String> allowed) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
        this.allowed = List.copyOf(allowed);
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }

    public List<String> allowed() {
        return allowed;
    }
}
