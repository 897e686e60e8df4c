package io.consumo.api.rules;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param timeout for one answer of the consumer */
@ConfigurationProperties("consumo.rules")
public record RulesProperties(Duration timeout) {}
