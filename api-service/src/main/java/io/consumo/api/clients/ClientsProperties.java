package io.consumo.api.clients;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param freshFor how long the list of clients is kept at least; longer where making it is costly */
@ConfigurationProperties("consumo.clients")
record ClientsProperties(Duration freshFor) {}
