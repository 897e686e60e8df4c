package io.consumo.consumer.backtest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How backtests run.
 *
 * @param tellEvery how often progress is kept
 * @param givenUpAfter without a sign of life for so long it counts as interrupted
 */
@ConfigurationProperties("consumo.backtest")
record BacktestProperties(Duration tellEvery, Duration givenUpAfter) {}
