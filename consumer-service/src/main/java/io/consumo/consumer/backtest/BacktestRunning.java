package io.consumo.consumer.backtest;

import io.consumo.model.api.Backtest;

/** One runs already. */
public final class BacktestRunning extends RuntimeException {

    private static final long serialVersionUID = 1;

    BacktestRunning(Backtest running) {
        super("backtest " + running.id() + " of " + running.by() + " is running: " + running.clientsDone() + " of "
                + running.clients() + " clients done");
    }
}
