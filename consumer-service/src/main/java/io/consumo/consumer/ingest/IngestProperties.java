package io.consumo.consumer.ingest;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How readings are taken.
 *
 * @param plausibleMaximumKwh the greatest energy of one hour that is believed
 * @param longestPause between two tries while a store is down
 */
@ConfigurationProperties("consumo.ingest")
public record IngestProperties(BigDecimal plausibleMaximumKwh, Duration longestPause) {}
