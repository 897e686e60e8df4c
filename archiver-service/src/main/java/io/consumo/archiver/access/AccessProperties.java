package io.consumo.archiver.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How other services show that they belong to the installation.
 *
 * @param secret the same for all of them
 */
@ConfigurationProperties("consumo.internal")
public record AccessProperties(String secret) {

    public AccessProperties {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("CONSUMO_INTERNAL_SECRET must not be blank");
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "AccessProperties[secret=***]";
    }
}
