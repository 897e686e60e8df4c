package io.consumo.dashboard.shell;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How far apart readings of one meter are expected. */
@Validated
@ConfigurationProperties("consumo.freshness")
public record FreshnessProperties(@NotNull Duration readingInterval) {

    /** Past this the newest reading is late. */
    Duration late() {
        return readingInterval.multipliedBy(3).dividedBy(2);
    }
}
