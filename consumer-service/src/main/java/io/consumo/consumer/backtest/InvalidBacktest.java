package io.consumo.consumer.backtest;

/** What was asked cannot be tried; the message says why. */
public final class InvalidBacktest extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidBacktest(String message) {
        super(message);
    }
}
