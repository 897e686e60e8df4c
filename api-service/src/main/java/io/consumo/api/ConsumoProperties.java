package io.consumo.api;

import io.consumo.model.BandHours;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What all features share.
 *
 * @param zone whose days are meant
 * @param windowDays full days before today that the active window holds
 */
@Validated
@ConfigurationProperties("consumo")
public record ConsumoProperties(
        ZoneId zone, BandHours bands, @Min(1) int windowDays) {

    /** The first day of the active window that ends with the given day. */
    public LocalDate windowStart(LocalDate today) {
        return today.minusDays(windowDays);
    }
}
