package io.consumo.api.readings;

/** The broker did not confirm all readings in time. */
public final class ReadingsNotTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ReadingsNotTaken(Throwable cause) {
        super("the broker did not confirm the readings: " + cause.getMessage(), cause);
    }
}
