package io.consumo.api.archive;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param timeout for one answer of the archiver, which may have to read many files for it */
@ConfigurationProperties("consumo.archiver")
public record ArchiverProperties(Duration timeout) {}
