package io.consumo.api.access;

import io.consumo.model.api.Session.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who may log in, and for how long.
 *
 * @param passwords of the user of each role, named as the role; blank for the demo password
 * @param sessionLength of a bearer token
 * @param verifiedFor how long a right password or token is not checked against the store again
 * @param hashStrength base-2 logarithm of BCrypt's rounds
 * @param maximumFailures wrong passwords of one user within {@code failureWindow}, then it must wait
 */
@Validated
@ConfigurationProperties("consumo.access")
public record AccessProperties(
        Map<Role, String> passwords,
        @NotBlank String demoPassword,
        Duration sessionLength,
        Duration verifiedFor,
        @Min(4) @Max(16) int hashStrength,
        @Min(1) int maximumFailures,
        Duration failureWindow) {

    /** The password that is in force. */
    String passwordOf(Role role) {
        String own = passwords.getOrDefault(role, "");
        return own.isBlank() ? demoPassword : own;
    }

    @Override
    public String toString() {
        return "AccessProperties[sessionLength=" + sessionLength + "]";
    }
}
