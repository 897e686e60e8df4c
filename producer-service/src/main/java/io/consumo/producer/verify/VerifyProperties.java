package io.consumo.producer.verify;

import io.consumo.model.BandHours;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom a file is compared with.
 *
 * @param api where the API answers
 * @param consumer where the consumer tells what it has still to do
 * @param password of the API's user viewer
 * @param patience how long to wait until all is stored and followed up
 * @param timeout for one answer
 */
@ConfigurationProperties("consumo.verify")
public record VerifyProperties(
        URI api, URI consumer, String password, BandHours bands, Duration patience, Duration timeout) {

    private static final String DEMO_PASSWORD = "consumo-demo";

    public VerifyProperties {
        password = password.isBlank() ? DEMO_PASSWORD : password;
    }

    @Override
    public String toString() {
        return "VerifyProperties[api=" + api + ", consumer=" + consumer + "]";
    }
}
