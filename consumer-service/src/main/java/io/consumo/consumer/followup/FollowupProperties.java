package io.consumo.consumer.followup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How months and cases follow the readings.
 *
 * @param workers that follow at the same time, each some clients
 * @param clientsPerRun how many clients one transaction follows at most
 * @param pause between two looks for marks that another consumer left
 * @param longestPause between two tries while a store is down
 * @param rushBatch so many readings in one batch come of a backlog, which months and cases wait for
 * @param rushPatience how long at most
 */
@ConfigurationProperties("consumo.followup")
public record FollowupProperties(
        int workers, int clientsPerRun, Duration pause, Duration longestPause, int rushBatch, Duration rushPatience) {}
