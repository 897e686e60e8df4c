package io.consumo.api.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param keep how long entries are kept */
@ConfigurationProperties("consumo.audit")
public record AuditProperties(Duration keep) {}
