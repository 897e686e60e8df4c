package io.consumo.model.api;

import io.consumo.model.Quality;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A client's clock hour; hours of which nothing was received are left out. */
public record HourlyConsumption(
        String clientId, OffsetDateTime start, BigDecimal kwh, Quality quality, boolean restored, String source) {}
