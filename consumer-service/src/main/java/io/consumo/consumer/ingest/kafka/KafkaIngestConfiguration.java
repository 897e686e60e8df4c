package io.consumo.consumer.ingest.kafka;

import io.consumo.consumer.ingest.IngestProperties;
import io.consumo.model.Topics;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** The topic that this feature owns, and what happens when a batch fails. */
@Configuration(proxyBeanMethods = false)
class KafkaIngestConfiguration {

    /** Twice what brokers take by default, as the producer's max.request.size in application.yml. */
    private static final int LARGEST_LETTER_BYTES = 2 * 1024 * 1024;

    @Bean
    NewTopic deadLetterTopic() {
        return TopicBuilder.name(Topics.READINGS_DEAD)
                .partitions(Topics.PARTITIONS)
                .replicas(1)
                // Room for the largest reading record with its reason.
                .config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_LETTER_BYTES))
                .build();
    }

    /** Tries a batch again for ever: a store that is down makes the consumer wait, never skip. */
    @Bean
    CommonErrorHandler waitForTheStores(IngestProperties properties) {
        ExponentialBackOff backOff = new ExponentialBackOff();
        backOff.setMaxInterval(properties.longestPause().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        // By default some exceptions, for instance of a wrong class, are thought hopeless and skipped at once.
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
