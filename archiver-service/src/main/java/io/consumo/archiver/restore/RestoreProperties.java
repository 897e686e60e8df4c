package io.consumo.archiver.restore;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param expiresAfter how long restored days stay */
@ConfigurationProperties("consumo.restore")
public record RestoreProperties(Duration expiresAfter) {

    public RestoreProperties {
        if (expiresAfter.isNegative() || expiresAfter.isZero()) {
            throw new IllegalArgumentException("consumo.restore.expires-after must be positive");
        }
    }
}
