package io.consumo.archiver.archive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When a day may go.
 *
 * @param quiet how long nothing may have been written to it
 */
@ConfigurationProperties("consumo.archive")
public record ArchiveProperties(Duration quiet) {

    public ArchiveProperties {
        if (quiet.isNegative()) {
            throw new IllegalArgumentException("consumo.archive.quiet must not be negative, was " + quiet);
        }
    }
}
