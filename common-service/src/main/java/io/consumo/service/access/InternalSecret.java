package io.consumo.service.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What services and commands of one installation show each other.
 *
 * @param secret the same for all of them
 */
@ConfigurationProperties("consumo.internal")
public record InternalSecret(String secret) {

    public static final String HEADER = "X-Consumo-Secret";

    public InternalSecret {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("CONSUMO_INTERNAL_SECRET must not be blank");
        }
    }

    /** Takes equally long however much of a guess is right. */
    public boolean isShownBy(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "InternalSecret[secret=***]";
    }
}
