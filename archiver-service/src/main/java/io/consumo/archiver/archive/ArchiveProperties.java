package io.consumo.archiver.archive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When a day may go, and how.
 *
 * @param quiet how long nothing may have been written to it
 * @param firstDropPatience how long readers and writers may wait at the first attempt to drop a day
 * @param longestDropPatience the same at later attempts, each of which waits twice as long
 * @param dropAttempts after these the day waits for the next run
 * @param holdFor how long days stay held after their case was closed
 */
@ConfigurationProperties("consumo.archive")
public record ArchiveProperties(
        Duration quiet, Duration firstDropPatience, Duration longestDropPatience, int dropAttempts, Duration holdFor) {

    public ArchiveProperties {
        if (quiet.isNegative()) {
            throw new IllegalArgumentException("consumo.archive.quiet must not be negative, was " + quiet);
        }
        if (firstDropPatience.isZero() || firstDropPatience.isNegative() || dropAttempts < 1) {
            throw new IllegalArgumentException("consumo.archive: a drop needs patience and an attempt");
        }
    }
}
