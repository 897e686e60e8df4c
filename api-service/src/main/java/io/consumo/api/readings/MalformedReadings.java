package io.consumo.api.readings;

/** The whole of what was sent cannot be read. */
public final class MalformedReadings extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedReadings(String reason) {
        super(reason);
    }
}
