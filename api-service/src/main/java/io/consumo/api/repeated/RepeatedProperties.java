package io.consumo.api.repeated;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How requests with an Idempotency-Key are kept.
 *
 * @param keep how long an answer is given again
 * @param abandonAfter a request that was not answered for so long will not be: the server ended meanwhile
 */
@ConfigurationProperties("consumo.repeated")
public record RepeatedProperties(Duration keep, Duration abandonAfter) {}
