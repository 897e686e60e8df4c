package io.consumo.consumer.detection.domain;

/** A threshold that makes no sense; the message names it and what is allowed. */
public final class InvalidThreshold extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidThreshold(String message) {
        super(message);
    }
}
