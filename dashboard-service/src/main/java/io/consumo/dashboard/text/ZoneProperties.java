package io.consumo.dashboard.text;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The installation's time zone, in which all times are told. */
@Validated
@ConfigurationProperties("consumo")
public record ZoneProperties(@NotNull ZoneId zone) {}
