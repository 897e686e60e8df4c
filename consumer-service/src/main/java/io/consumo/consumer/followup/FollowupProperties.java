package io.consumo.consumer.followup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How months and cases follow the readings.
 *
 * @param clientsPerRun how many clients one transaction follows at most
 * @param pause between two looks for marks that another consumer left
 * @param longestPause between two tries while a store is down
 */
@ConfigurationProperties("consumo.followup")
public record FollowupProperties(int clientsPerRun, Duration pause, Duration longestPause) {}
