package io.consumo.api.consumption;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long ranges are when a request names none, and at most.
 *
 * @param freshFor how long months of all clients, and where the pages of a day begin, are kept at least; zero to read them
 *     each time
 */
@Validated
@ConfigurationProperties("consumo.consumption")
public record ConsumptionProperties(
        @Min(1) int dailyDays,
        @Min(1) int hourlyDays,
        @Min(1) int months,
        @Min(1) int maximumDays,
        @NotNull Duration freshFor) {}
