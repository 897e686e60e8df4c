package io.consumo.api.repeated;

/** The Idempotency-Key belongs to another request. */
public final class KeyReused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyReused() {
        super("this Idempotency-Key was sent with another request");
    }
}
