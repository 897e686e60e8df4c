package io.consumo.api.access;

/** There is no token of this id. */
public final class UnknownToken extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnknownToken(String id) {
        super("there is no token " + id);
    }
}
