package io.consumo.api.rules;

/** The consumer does not answer. */
public final class ConsumerAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConsumerAway(Throwable cause) {
        super("the consumer does not answer", cause);
    }
}
