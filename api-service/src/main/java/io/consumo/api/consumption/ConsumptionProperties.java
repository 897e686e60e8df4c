package io.consumo.api.consumption;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How long ranges are when a request names none, and at most. */
@Validated
@ConfigurationProperties("consumo.consumption")
public record ConsumptionProperties(
        @Min(1) int dailyDays,
        @Min(1) int hourlyDays,
        @Min(1) int months,
        @Min(1) int maximumDays) {}
