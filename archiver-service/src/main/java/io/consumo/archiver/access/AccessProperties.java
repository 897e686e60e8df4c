package io.consumo.archiver.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How other services show that they belong to the installation.
 *
 * @param internalSecret the same for all of them
 */
@ConfigurationProperties("consumo.access")
public record AccessProperties(String internalSecret) {

    public AccessProperties {
        if (internalSecret.isBlank()) {
            throw new IllegalArgumentException("CONSUMO_INTERNAL_SECRET must not be blank");
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "AccessProperties[internalSecret=***]";
    }
}
