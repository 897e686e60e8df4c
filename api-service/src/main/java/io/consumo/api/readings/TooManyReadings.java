package io.consumo.api.readings;

/** A request sends more than it may. */
public final class TooManyReadings extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param limit in words, such as 10000 readings */
    public TooManyReadings(String limit) {
        super("a request may send at most " + limit);
    }
}
