package io.consumo.dashboard.lifecycle;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How many days before today stay in the active window. */
@Validated
@ConfigurationProperties("consumo.lifecycle")
public record LifecycleProperties(@Min(1) int windowDays) {}
