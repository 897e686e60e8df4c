package io.consumo.archiver.archive.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where changed days are told.
 *
 * @param servers bootstrap servers
 * @param timeout until Kafka counts as away
 */
@ConfigurationProperties("consumo.kafka")
record KafkaProperties(String servers, Duration timeout) {}
