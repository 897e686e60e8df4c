package io.consumo.api.readings;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one request may send.
 *
 * @param plausibleMaximumKwh of one hour; more is refused
 * @param maximumBody of JSON, which is held whole
 * @param maximumFile of CSV, which is not
 * @param sendTimeout for all readings of a request to be taken by the broker
 */
@Validated
@ConfigurationProperties("consumo.readings")
public record ReadingsProperties(
        @Positive BigDecimal plausibleMaximumKwh,
        @Min(1) int maximumReadings,
        DataSize maximumBody,
        DataSize maximumFile,
        Duration sendTimeout) {}
