package io.consumo.consumer.backtest;

import io.consumo.model.api.Backtest;
import java.time.Instant;
import java.util.Optional;

/** Where backtests are kept. */
public interface BacktestStore {

    /** @param seenAt when whoever runs it gave a sign of life */
    void write(Backtest backtest, Instant seenAt);

    Optional<Kept> find(String id);

    /** The one that was begun last; empty without any. */
    Optional<Kept> newest();

    /** A backtest, and when whoever runs it last gave a sign of life. */
    record Kept(Backtest backtest, Instant seenAt) {}
}
