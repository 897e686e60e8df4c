package io.consumo.api.limit;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much one user may ask.
 *
 * @param requests so many at once, or evenly spread over the time
 * @param per in which they are granted anew
 */
@Validated
@ConfigurationProperties("consumo.limit")
public record LimitProperties(@Min(1) int requests, Duration per) {}
