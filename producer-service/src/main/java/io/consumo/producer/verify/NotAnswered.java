package io.consumo.producer.verify;

/** A part of the installation did not answer, or not as expected. */
public final class NotAnswered extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotAnswered(String message) {
        super(message);
    }
}
