package io.consumo.api.limit;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much one user may ask, and all at once.
 *
 * @param requests so many at once, or evenly spread over the time
 * @param per in which they are granted anew
 * @param atOnce how many requests of all users are answered at the same time
 * @param patience of a request for its place among them
 */
@Validated
@ConfigurationProperties("consumo.limit")
public record LimitProperties(
        @Min(1) int requests, Duration per, @Min(1) int atOnce, Duration patience) {}
