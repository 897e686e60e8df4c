package io.consumo.api.overview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How fresh the figures at a glance are.
 *
 * @param freshFor how long figures of today and yesterday are kept
 * @param historyFreshFor how long the hourly totals of earlier days are kept at least; longer where adding them up is costly
 * @param minimumUsualHours hours of the same kind that it takes to say what is usual
 * @param maximumLoadHours that may be asked for
 * @param currency of the money when there is no case to take it from
 */
@Validated
@ConfigurationProperties("consumo.overview")
public record OverviewProperties(
        Duration freshFor,
        Duration historyFreshFor,
        @Min(1) int minimumUsualHours,
        @Min(24) @Max(8784) int maximumLoadHours,
        @NotBlank String currency) {}
