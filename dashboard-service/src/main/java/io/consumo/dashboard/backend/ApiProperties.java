package io.consumo.dashboard.backend;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the API is.
 *
 * @param timeout for a whole answer
 * @param exportSilence for which an export may stand still; as a whole it takes as long as it takes
 */
@Validated
@ConfigurationProperties("consumo.api")
public record ApiProperties(
        @NotNull URI url,
        @NotNull Duration timeout,
        @NotNull Duration exportSilence) {}
