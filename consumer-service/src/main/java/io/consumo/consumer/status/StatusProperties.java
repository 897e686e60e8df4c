package io.consumo.consumer.status;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the status is made.
 *
 * @param patience with a store; one that is slower counts as down
 */
@ConfigurationProperties("consumo.status")
public record StatusProperties(Duration patience) {}
