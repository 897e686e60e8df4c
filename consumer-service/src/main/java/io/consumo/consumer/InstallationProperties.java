package io.consumo.consumer;

import io.consumo.model.BandHours;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the whole installation agrees on.
 *
 * @param zone whose days and hours count
 * @param windowDays how many local days before today are active
 */
@ConfigurationProperties("consumo.installation")
public record InstallationProperties(ZoneId zone, BandHours bands, int windowDays) {

    public InstallationProperties {
        if (windowDays < 1) {
            throw new IllegalArgumentException("CONSUMO_WINDOW_DAYS must be at least 1, was " + windowDays);
        }
    }
}
