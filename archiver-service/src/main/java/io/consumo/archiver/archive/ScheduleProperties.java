package io.consumo.archiver.archive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the archiver works by itself.
 *
 * @param cron local time of its runs, {@code -} for never
 * @param checkEvery how often it is looked whether something is due
 */
@ConfigurationProperties("consumo.schedule")
public record ScheduleProperties(String cron, Duration checkEvery) {

    static final String NEVER = "-";
}
