package io.consumo.api.anomalies;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How cases are told.
 *
 * @param chancesFreshFor how long at least it is remembered how often each rule was right
 */
@ConfigurationProperties("consumo.anomalies")
record AnomaliesProperties(Duration chancesFreshFor) {}
