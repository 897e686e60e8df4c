package io.consumo.archiver;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the whole installation agrees on.
 *
 * @param zone whose days count
 * @param windowDays how many local days before today are active
 * @param patience how long to wait at start for the consumer's schema
 * @param mongoTimeout until MongoDB counts as away
 */
@ConfigurationProperties("consumo.installation")
public record InstallationProperties(ZoneId zone, int windowDays, Duration patience, Duration mongoTimeout) {

    public InstallationProperties {
        if (windowDays < 1) {
            throw new IllegalArgumentException("CONSUMO_WINDOW_DAYS must be at least 1, was " + windowDays);
        }
    }
}
