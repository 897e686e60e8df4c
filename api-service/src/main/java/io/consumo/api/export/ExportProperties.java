package io.consumo.api.export;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many tables are written at once. One of all days keeps a connection to PostgreSQL for as long as its reader takes,
 * so there must be fewer than connections.
 *
 * @param atOnce tables of all users
 * @param patience of a request for its place among them
 */
@Validated
@ConfigurationProperties("consumo.export")
public record ExportProperties(@Min(1) int atOnce, Duration patience) {}
